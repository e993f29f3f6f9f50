import type { Store } from '#platform/database/store.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import { bindPlaced, findFlashRequestsByKey } from '../data/flash-request.repository.ts';
import { insertOrders, type NewOrder } from '../data/insert-orders.ts';
import type { Tables } from '../data/tables.ts';
import { calculateTotals } from '../domain/pricing.ts';
import { nextSweepAt, type SweepLimits } from '../domain/sweep.ts';
import type { Clock } from '../saga/clock.ts';
import { toMessages } from '../saga/messages.ts';
import type { FlashRequest } from './flash-request.ts';

/** A purchase whose units are claimed. */
export interface ClaimedPurchase {
  request: FlashRequest;
  product: { id: string; name: string; priceCents: number; currency: string };
}

export type FlashPlacement =
  | 'PLACED'
  /** Somebody has placed it before. */
  | 'KNOWN'
  /** The key belongs to another purchase. */
  | 'KEY_TAKEN';

export interface PlaceFlashOptions extends Clock {
  store: Store<Tables>;
  limits: SweepLimits;
}

/**
 * Places orders for claimed units and announces them, in one transaction for any number of them. Inventory holds
 * their units already: what the announcement asks of it is answered at once.
 */
export function placeFlashOrders(
  { store, limits, now, newId }: PlaceFlashOptions,
  purchases: readonly ClaimedPurchase[],
): Promise<FlashPlacement[]> {
  return store.transact(async (tx) => {
    const placedAt = now();
    const requests = new Map(purchases.map(({ request }) => [request.orderId, request]));
    const known = await findFlashRequestsByKey(tx, [...requests.values()]);
    const takenBy = new Map(known.map((it) => [keyOf(it), it.orderId]));
    const isTaken = (request: FlashRequest) =>
      (takenBy.get(keyOf(request)) ?? request.orderId) !== request.orderId;

    const bound = await bindPlaced(
      tx,
      [...requests.values()].filter((request) => !isTaken(request)),
      placedAt,
    );
    const orders = new Map<string, NewOrder>();
    const placements = purchases.map((purchase): FlashPlacement => {
      const { request } = purchase;
      if (isTaken(request)) return 'KEY_TAKEN';
      if (!bound.has(request.orderId) || orders.has(request.orderId)) return 'KNOWN';
      orders.set(request.orderId, draftOrder(purchase, placedAt, limits));
      return 'PLACED';
    });

    await insertOrders(tx, [...orders.values()]);
    await appendToOutbox(
      tx,
      toMessages(
        Array.from(orders.values(), ({ id, userId, totalCents, currency, lines }) => ({
          type: 'order.created' as const,
          data: { orderId: id, userId, totalCents, currency, lines: [...lines] },
        })),
        { now, newId },
      ),
    );
    return placements;
  });
}

const keyOf = ({ userId, idempotencyKey }: FlashRequest) => `${userId}/${idempotencyKey}`;

function draftOrder(
  { request, product }: ClaimedPurchase,
  placedAt: Date,
  limits: SweepLimits,
): NewOrder {
  const line = {
    productId: product.id,
    name: product.name,
    quantity: request.quantity,
    unitPriceCents: product.priceCents,
  };
  return {
    id: request.orderId,
    userId: request.userId,
    ...calculateTotals([line]),
    currency: product.currency,
    address: request.address,
    clientAddress: request.clientAddress,
    paymentToken: request.paymentToken,
    paymentMethod: request.paymentMethod,
    lines: [line],
    flashSaleId: request.saleId,
    placedAt,
    nextSweepAt: nextSweepAt('PENDING', placedAt, limits),
    message: 'The order was placed in a flash sale.',
  };
}
