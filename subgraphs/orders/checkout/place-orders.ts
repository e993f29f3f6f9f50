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
  const keyOf = ({ key, requestHash, order }: Placement) => {
    return { key, requestHash, userId: order.userId, orderId: order.id };
  };
  const binding = await requests.bind(tx, placements.map(keyOf), clock.now());
  const carts = await lockCarts(
    tx,
    placements.map(({ order }) => order.userId),
  );
  const bound = binding();

  const left = new Map(Array.from(carts, ([userId, { lines }]) => [userId, lines]));
  const outcomes = placements.map(({ order, requestHash }): PlacementOutcome => {
    if (bound.get(order.id) !== requestHash) return 'KEY_TAKEN';
    const rest = takeLines(left.get(order.userId) ?? [], order.lines);
    if (rest === undefined) return 'CART_CHANGED';
    left.set(order.userId, rest);
    // Of two requests with one key in one group the second finds it taken.
    bound.delete(order.id);
    return 'PLACED';
  });

  const withOutcome = (wanted: PlacementOutcome) =>
    placements.filter((_placement, index) => outcomes[index] === wanted);
  await requests.unbind(tx, withOutcome('CART_CHANGED').map(keyOf));
  const placed = withOutcome('PLACED').map(({ order }) => order);
  await takeCartLines(
    tx,
    placed.flatMap(({ userId, lines }) => lines.map((line) => ({ ...line, userId }))),
  );
  await storeOrders(tx, placed, clock);
  return outcomes;
}

/** Stores orders and announces them, in the caller's transaction: also those that come from no cart. */
export async function storeOrders(
  tx: Tx,
  orders: readonly NewOrder[],
  clock: Clock,
): Promise<void> {
  if (orders.length === 0) return;
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
