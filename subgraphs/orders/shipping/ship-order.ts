import type { Envelope } from '#platform/bus/bus.ts';
import type { Store } from '#platform/database/store.ts';
import { firstDeliveries } from '#platform/messaging/inbox.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import {
  findShippable,
  insertShipment,
  lockLatestShipment,
  lockShippable,
  saveShipments,
  type ShipmentRecord,
} from '../data/shipment.repository.ts';
import type { Tables, Tx } from '../data/tables.ts';
import type { Clock } from '../saga/clock.ts';
import { toMessages } from '../saga/messages.ts';
import type { Carrier } from './carrier.ts';
import { toShippingEvent } from './shipment-events.ts';

export const SHIPPING_GROUP = 'orders.shipping';

export interface ShippingParts extends Clock {
  store: Store<Tables>;
  carrier: Carrier;
  /** How long until the carrier fetches a parcel that may leave. */
  packMs: number;
}

/** `order.confirmed`: announces a parcel to the carrier, one an attempt, and says where it is. */
export async function createParcel(parts: ShippingParts, event: Envelope): Promise<void> {
  const { store, carrier, now, newId } = parts;
  const orderId = event.key;
  const order = await findShippable(store.db, orderId);
  if (order === undefined) throw new Error(`there is no order ${orderId} to ship`);
  const { userId, shipmentAttempt: attempt } = order;
  const booking = await carrier.book(`${orderId}/${attempt}`, now());

  await once(parts, event, async (tx) => {
    const current = await lockShippable(tx, orderId);
    if (current?.status === 'CONFIRMED' && current.shipmentAttempt === attempt) {
      const parcel = { id: newId(), orderId, userId, attempt, ...booking };
      await insertShipment(tx, { ...parcel, status: 'CREATED', nextStepAt: null }, now());
    }
    return lockLatestShipment(tx, orderId);
  });
}

/** `order.processing`: the stock is sold for good, so the parcel may leave. */
export async function releaseParcel(parts: ShippingParts, event: Envelope): Promise<void> {
  await once(parts, event, async (tx) => {
    const parcel = await lockLatestShipment(tx, event.key);
    if (parcel?.status !== 'CREATED') return parcel;
    if (parcel.nextStepAt === null) {
      const nextStepAt = new Date(parts.now().getTime() + parts.packMs);
      await saveShipments(tx, [{ ...parcel, nextStepAt }], parts.now());
    }
    return undefined;
  });
}

/** `order.shipped`: answers when the parcel is further than the order knows. */
export async function followParcel(parts: ShippingParts, event: Envelope): Promise<void> {
  await once(parts, event, async (tx) => {
    const parcel = await lockLatestShipment(tx, event.key);
    return parcel?.status === 'IN_TRANSIT' ? undefined : parcel;
  });
}

/** `order.cancelled`: stops a parcel that has not left. */
export async function stopParcel(parts: ShippingParts, event: Envelope): Promise<void> {
  await once(parts, event, async (tx) => {
    const parcel = await lockLatestShipment(tx, event.key);
    if (parcel?.status !== 'CREATED') return undefined;
    await saveShipments(tx, [{ ...parcel, status: 'CANCELLED', nextStepAt: null }], parts.now());
    return undefined;
  });
}

/** Runs a step once an event, and tells about the parcel that it returns. */
async function once(
  parts: ShippingParts,
  event: Envelope,
  step: (tx: Tx) => Promise<ShipmentRecord | undefined>,
): Promise<void> {
  await parts.store.transact(async (tx) => {
    const [isFirst] = await firstDeliveries(tx, SHIPPING_GROUP, [event]);
    if (isFirst === undefined) return;
    const parcel = await step(tx);
    const answer = parcel && toShippingEvent(parcel);
    if (answer) await appendToOutbox(tx, toMessages([answer], parts, event.trace));
  });
}
