import { lockCarts, saveCartLines, type StoredCart } from '../data/cart.repository.ts';
import type { Tx } from '../data/tables.ts';
import { applyChanges, type CartEdit } from '../domain/cart.ts';

export interface EditRequest {
  userId: string;
  decide: CartEdit;
}

/** A cart after an edit; one that the rules refuse leaves it as it is. */
export type EditedCart = { ok: true; cart: StoredCart } | { ok: false; problem: string };

/**
 * Edits carts in one transaction, in the order of the requests: several of one user build on each other.
 * The answers are in that order.
 */
export async function editCarts(
  tx: Tx,
  edits: readonly EditRequest[],
  now: Date,
): Promise<EditedCart[]> {
  const carts = await lockCarts(
    tx,
    edits.map(({ userId }) => userId),
  );
  const saved = new Map<string, { userId: string; productId: string; quantity: number }>();
  const edited = edits.map(({ userId, decide }): EditedCart => {
    const { version, lines } = carts.get(userId) ?? { version: 1, lines: [] };
    const decision = decide(lines);
    if (!decision.ok) return decision;
    const { changed } = decision;
    for (const line of changed) saved.set(`${userId} ${line.productId}`, { userId, ...line });
    const cart = { version, lines: applyChanges(lines, changed) };
    carts.set(userId, cart);
    return { ok: true, cart };
  });
  await saveCartLines(tx, [...saved.values()], now);
  return edited;
}
