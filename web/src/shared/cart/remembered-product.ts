const REMEMBERED_KEY = 'plaza.add-after-sign-in';

export type RememberedProduct = { readonly productId: string; readonly quantity: number };

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Keeps what somebody wanted to add to the cart while they sign in. */
export function rememberProduct(storage: Store, product: RememberedProduct): void {
  storage.setItem(REMEMBERED_KEY, JSON.stringify(product));
}

/** Gives the remembered product back, once. */
export function takeRememberedProduct(storage: Store): RememberedProduct | undefined {
  const text = storage.getItem(REMEMBERED_KEY);
  storage.removeItem(REMEMBERED_KEY);
  if (text === null) return undefined;
  try {
    const { productId, quantity } = JSON.parse(text) as Partial<RememberedProduct>;
    if (typeof productId !== 'string' || typeof quantity !== 'number') return undefined;
    return { productId, quantity };
  } catch {
    return undefined;
  }
}
