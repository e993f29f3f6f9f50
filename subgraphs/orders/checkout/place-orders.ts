import { appendToOutbox } from '#platform/messaging/outbox.ts';
import { lockCarts, takeCartLines } from '../data/cart.repository.ts';
import { insertOrders, type NewOrder } from '../data/insert-orders.ts';
import type { Tx } from '../data/tables.ts';
import { takeLines } from '../domain/cart.ts';
import { toMessages } from '../saga/messages.ts';
import type { Clock } from '../saga/clock.ts';
import type { CheckoutRequests } from './checkout-requests.ts';

export interface Placement {
  key: string;
  requestHash: string;
  order: NewOrder;
}

export type PlacementOutcome =
  | 'PLACED'
  /** Somebody else has placed an order under the key, or has taken it for another content. */
  | 'KEY_TAKEN'
  /** The cart no longer holds what is ordered. */
  | 'CART_CHANGED';

/**
 * Places orders, takes their lines out of the carts and announces them, in the caller's transaction. The
 * outcomes are in the order of the placements.
 */
export async function placeOrders(
  tx: Tx,
  placements: readonly Placement[],
  requests: CheckoutRequests,
  clock: Clock,
): Promise<PlacementOutcome[]> {
  const keys = new Map(
    placements.map(({ key, requestHash, order }) => [
      order.id,
      { key, requestHash, userId: order.userId, orderId: order.id },
    ]),
  );
  const bound = await requests.bind(tx, [...keys.values()], clock.now());
  const carts = await lockCarts(
    tx,
    placements.map(({ order }) => order.userId),
  );

  const left = new Map(Array.from(carts, ([userId, { lines }]) => [userId, lines]));
  const outcomes = placements.map(({ order }): PlacementOutcome => {
    if (!bound.has(order.id)) return 'KEY_TAKEN';
    const rest = takeLines(left.get(order.userId) ?? [], order.lines);
    if (rest === undefined) return 'CART_CHANGED';
    left.set(order.userId, rest);
    return 'PLACED';
  });

  const withOutcome = (wanted: PlacementOutcome) =>
    placements.filter((_placement, index) => outcomes[index] === wanted);
  await requests.unbind(
    tx,
    withOutcome('CART_CHANGED').flatMap(({ order }) => keys.get(order.id) ?? []),
  );
  await insertPlaced(
    tx,
    withOutcome('PLACED').map(({ order }) => order),
    clock,
  );
  return outcomes;
}

async function insertPlaced(tx: Tx, orders: readonly NewOrder[], clock: Clock): Promise<void> {
  if (orders.length === 0) return;
  await takeCartLines(
    tx,
    orders.flatMap(({ userId, lines }) => lines.map((line) => ({ ...line, userId }))),
  );
  await insertOrders(tx, orders);
  await appendToOutbox(
    tx,
    toMessages(
      orders.map(({ id, userId, totalCents, currency, lines }) => ({
        type: 'order.created' as const,
        data: { orderId: id, userId, totalCents, currency, lines: [...lines] },
      })),
      clock,
    ),
  );
}
