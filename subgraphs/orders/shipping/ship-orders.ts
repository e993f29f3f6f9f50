import type { Envelope } from '#platform/bus/bus.ts';
import type { Store } from '#platform/database/store.ts';
import { firstDeliveries } from '#platform/messaging/inbox.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import {
  findShippables,
  insertShipments,
  lockLatestShipments,
  lockShippables,
  saveShipments,
  type ShipmentRecord,
} from '../data/shipment.repository.ts';
import type { Tables, Tx } from '../data/tables.ts';
import { stepParcel } from '../domain/shipment.ts';
import type { Clock } from '../saga/clock.ts';
import { toMessages } from '../saga/messages.ts';
import type { Booking, Carrier } from './carrier.ts';
import { toShippingEvent } from './shipment-events.ts';

export const SHIPPING_GROUP = 'orders.shipping';

export interface ShippingParts extends Clock {
  store: Store<Tables>;
  carrier: Carrier;
  /** How long until the carrier fetches a parcel that may leave. */
  packMs: number;
}

/** A parcel that is announced to the carrier, of an order that has been confirmed. */
interface Booked {
  booking: Booking;
  userId: string;
  attempt: number;
}

/**
 * What the parcels of orders do by the events of these: any number in one transaction, each event once. A
 * confirmed order gets a parcel, one an attempt; a step that is announced again is answered by where it is.
 */
export async function shipOrders(parts: ShippingParts, events: readonly Envelope[]): Promise<void> {
  const confirmed = events.filter(({ type }) => type === 'order.confirmed');
  const booked = await bookParcels(
    parts,
    confirmed.map(({ key }) => key),
  );
  await parts.store.transact(async (tx) => {
    const fresh = await firstDeliveries(tx, SHIPPING_GROUP, events);
    if (fresh.length > 0) await moveParcels(tx, parts, fresh, booked);
  });
}

/** Outside of the transaction: the carrier may be slow, and books the same reference once. */
async function bookParcels(
  { store, carrier, now }: ShippingParts,
  orderIds: readonly string[],
): Promise<Map<string, Booked>> {
  if (orderIds.length === 0) return new Map();
  const orders = await findShippables(store.db, orderIds);
  const entries = orderIds.map(async (orderId) => {
    const order = orders.get(orderId);
    if (order === undefined) throw new Error(`there is no order ${orderId} to ship`);
    const { userId, shipmentAttempt: attempt } = order;
    const booking = await carrier.book(`${orderId}/${attempt}`, now());
    return [orderId, { booking, userId, attempt }] as const;
  });
  return new Map(await Promise.all(entries));
}

async function moveParcels(
  tx: Tx,
  { now, newId, packMs }: ShippingParts,
  events: readonly Envelope[],
  booked: ReadonlyMap<string, Booked>,
): Promise<void> {
  const at = now();
  // Orders before parcels, as everybody locks them: a cancellation waits for the parcel, or comes first.
  const confirmed = events.filter(({ type }) => type === 'order.confirmed');
  const orders = await lockShippables(
    tx,
    confirmed.map(({ key }) => key),
  );
  const made = Array.from(orders, ([orderId, { status, shipmentAttempt }]): ShipmentRecord[] => {
    const parcel = booked.get(orderId);
    if (parcel === undefined || status !== 'CONFIRMED' || parcel.attempt !== shipmentAttempt) {
      return [];
    }
    const { booking, userId, attempt } = parcel;
    return [
      { id: newId(), orderId, userId, attempt, ...booking, status: 'CREATED', nextStepAt: null },
    ];
  });
  await insertShipments(tx, made.flat(), at);

  const parcels = await lockLatestShipments(
    tx,
    events.map(({ key }) => key),
  );
  const changed = new Set<string>();
  const messages = events.flatMap(({ type, key, trace }) => {
    const parcel = parcels.get(key);
    if (parcel === undefined) return [];
    const { parcel: after, isTold } = stepParcel(parcel, type, { now: at, packMs });
    parcels.set(key, after);
    if (after !== parcel) changed.add(key);
    const answer = isTold ? toShippingEvent(after) : undefined;
    return answer ? toMessages([answer], { now, newId }, trace) : [];
  });
  await saveShipments(
    tx,
    Array.from(changed).flatMap((orderId) => parcels.get(orderId) ?? []),
    at,
  );
  await appendToOutbox(tx, messages);
}
