const STORED_AS = 'plaza.purchase';

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * The idempotency key of the purchase that this viewer is about to make. It stays the same over retries and reloads, so that a
 * purchase whose answer got lost is not made twice.
 */
export function purchaseKey(storage: Store, viewerId: string, newKey: () => string): string {
  const [owner, stored] = storage.getItem(STORED_AS)?.split(' ') ?? [];
  if (owner === viewerId && stored) return stored;
  const key = newKey();
  storage.setItem(STORED_AS, `${viewerId} ${key}`);
  return key;
}

/** Ends the purchase: it was made, or the answer was a clear no. What comes next is another one. */
export function endPurchase(storage: Store): void {
  storage.removeItem(STORED_AS);
}
