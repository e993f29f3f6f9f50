import type { ShipmentRecord } from '../data/shipment.repository.ts';
import type { OrderState } from '../domain/order.ts';
import type { ProgressRules } from '../saga/progress-orders.ts';
import type { Booking, Carrier } from './carrier.ts';

/** A parcel that is announced to the carrier, of an order that is paid. */
export interface Booked {
  booking: Booking;
  attempt: number;
}

/** Announces a parcel of each order, by its id, and this attempt. Outside of transactions: the carrier may be slow, and books the same reference once. */
export async function bookParcels(
  carrier: Carrier,
  attempts: ReadonlyMap<string, number>,
  now: Date,
): Promise<Map<string, Booked>> {
  const entries = Array.from(attempts, async ([orderId, attempt]) => {
    const booking = await carrier.book(referenceOf(orderId, attempt), now);
    return [orderId, { booking, attempt }] as const;
  });
  return new Map(await Promise.all(entries));
}

/** The same however it is booked, so that nothing is booked twice. */
const referenceOf = (orderId: string, attempt: number) => `${orderId}/${attempt}`;

/** The carrier's time for the parcels of a group. */
const BOOK_WITHIN_MS = 50;
/** An order that waits for its payment has had no parcel. */
const FIRST_ATTEMPT = 1;

/**
 * Books the first parcels of orders, as many as the carrier takes at once: one that is slow or fails holds up nobody, and is asked
 * again when the orders are known to be confirmed. While it has not given up what it was asked before, it is asked nothing.
 */
export function createEarlyBooking(carrier: Carrier, now: () => Date) {
  let underWay = 0;

  return async (orderIds: readonly string[]): Promise<ReadonlyMap<string, Booked>> => {
    const booked = new Map<string, Booked>();
    if (orderIds.length === 0 || underWay > 0) return booked;
    const over = new AbortController();
    const bookings = orderIds.map(async (orderId) => {
      underWay += 1;
      try {
        const reference = referenceOf(orderId, FIRST_ATTEMPT);
        const booking = await carrier.book(reference, now(), over.signal);
        if (!over.signal.aborted) booked.set(orderId, { booking, attempt: FIRST_ATTEMPT });
      } catch {
        // The shipping step books it, and tells why it cannot.
      } finally {
        underWay -= 1;
      }
    });
    const timer = setTimeout(() => over.abort(), BOOK_WITHIN_MS);
    const isOver = new Promise((resolve) => over.signal.addEventListener('abort', resolve));
    await Promise.race([Promise.all(bookings), isOver]);
    clearTimeout(timer);
    return booked;
  };
}

/**
 * The parcels that were booked of these orders, unless an order wants another attempt by now. They are packed at once, and leave
 * when their order is being processed by then.
 */
export function toParcels(
  orders: readonly OrderState[],
  booked: ReadonlyMap<string, Booked>,
  { newId, now, limits: { packMs } }: ProgressRules,
): ShipmentRecord[] {
  const nextStepAt = new Date(now().getTime() + packMs);
  return orders.flatMap(({ id: orderId, userId, shipmentAttempt }): ShipmentRecord[] => {
    const parcel = booked.get(orderId);
    if (parcel?.attempt !== shipmentAttempt) return [];
    const { booking, attempt } = parcel;
    return [{ id: newId(), orderId, userId, attempt, ...booking, status: 'CREATED', nextStepAt }];
  });
}
