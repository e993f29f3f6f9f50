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
    const booking = await carrier.book(`${orderId}/${attempt}`, now);
    return [orderId, { booking, attempt }] as const;
  });
  return new Map(await Promise.all(entries));
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
