import { groupCalls } from '#platform/database/group-calls.ts';
import type { Carts } from '../cart/carts.ts';
import type { Clock } from '../saga/clock.ts';
import type { CheckoutRequests } from './checkout-requests.ts';
import { placeOrders, type Placement, type PlacementOutcome } from './place-orders.ts';

/** Places one order. Rejects with QueueFull when too many wait already. */
export type PlaceOrder = (placement: Placement) => Promise<PlacementOutcome>;

export interface PlacementDeskParts extends Clock {
  carts: Carts;
  requests: CheckoutRequests;
}

/** Orders in one transaction: more make it no cheaper, but longer to wait for. */
const MAX_ITEMS = 100;
/** Orders that wait for their transaction: a few seconds' worth. */
export const MAX_WAITING_ORDERS = 2_000;

/** Who buys hardly notices it, and of a crowd twice as many orders share a transaction. */
const MOST_REST_MS = 40;

/** Checkouts of one moment are one transaction. One that cannot be stored fails alone. */
export function createPlacementDesk({ carts, requests, ...clock }: PlacementDeskParts): PlaceOrder {
  return groupCalls<Placement, PlacementOutcome>(
    { maxItems: MAX_ITEMS, maxWaiting: MAX_WAITING_ORDERS, mostRestMs: MOST_REST_MS },
    (placements) =>
      carts.change(
        placements.map(({ order }) => order.userId),
        (tx) => placeOrders(tx, placements, requests, clock),
      ),
  );
}
