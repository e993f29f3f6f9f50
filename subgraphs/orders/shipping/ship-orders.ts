import type { Envelope } from '#platform/bus/bus.ts';
import type { Store } from '#platform/database/store.ts';
import { firstDeliveries } from '#platform/messaging/inbox.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import { lockOrders } from '../data/order-state.repository.ts';
import {
  findAttempts,
  findLatestShipments,
  insertShipments,
  lockLatestShipments,
  saveShipments,
  type ShipmentRecord,
} from '../data/shipment.repository.ts';
import type { Tables, Tx } from '../data/tables.ts';
import type { OrderState } from '../domain/order.ts';
import { stepParcel } from '../domain/shipment.ts';
import { toMessages } from '../saga/messages.ts';
import { saveSteps, type ProgressRules, type Step } from '../saga/progress-orders.ts';
import type { TellSteps } from '../saga/tell-steps.ts';
import type { Booking, Carrier } from './carrier.ts';
import { toShippingEvent } from './shipment-events.ts';

export const SHIPPING_GROUP = 'orders.shipping';

export interface ShippingParts {
  store: Store<Tables>;
  carrier: Carrier;
  rules: ProgressRules;
  tellSteps: TellSteps;
}

/** A parcel that is announced to the carrier, of an order that has been confirmed. */
interface Booked {
  booking: Booking;
  attempt: number;
}

/**
 * What the parcels of orders do by the events of these, and the orders by what their parcels answer: any number in one
 * transaction, each event once. A confirmed order gets a parcel, one an attempt; a step that is announced again is
 * answered by where the parcel is.
 */
export async function shipOrders(parts: ShippingParts, events: readonly Envelope[]): Promise<void> {
  const moving = await thatMove(parts, events);
  if (moving.length === 0) return;
  const booked = await bookParcels(parts, keysOf(moving.filter(isConfirmed)));
  const steps = await parts.store.transact(async (tx) => {
    const fresh = await firstDeliveries(tx, SHIPPING_GROUP, moving);
    return fresh.length > 0 ? moveParcels(tx, parts, fresh, booked) : [];
  });
  await parts.tellSteps(steps);
}

const isConfirmed = ({ type }: Envelope) => type === 'order.confirmed';
const keysOf = (events: readonly Envelope[]) => [...new Set(events.map(({ key }) => key))];

/**
 * The saga has moved most parcels with their orders: such an event changes nothing, and needs no transaction. What was
 * done with an event was committed before it, and parcels only ever go on, so a look without a lock is enough.
 */
async function thatMove(
  { store, rules }: ShippingParts,
  events: readonly Envelope[],
): Promise<readonly Envelope[]> {
  const others = events.filter((event) => !isConfirmed(event));
  if (others.length === 0) return events;
  const latest = await findLatestShipments(store.db, keysOf(others));
  const parcels = new Map(latest.map((parcel) => [parcel.orderId, parcel]));
  const clock = { now: rules.now(), packMs: rules.limits.packMs };
  return events.filter((event) => {
    if (isConfirmed(event)) return true;
    const before = parcels.get(event.key);
    if (before === undefined) return false;
    const { parcel, isTold } = stepParcel(before, event.type, clock);
    return isTold || parcel !== before;
  });
}

/** Outside of the transaction: the carrier may be slow, and books the same reference once. */
async function bookParcels(
  { store, carrier, rules }: ShippingParts,
  orderIds: readonly string[],
): Promise<Map<string, Booked>> {
  if (orderIds.length === 0) return new Map();
  const attempts = await findAttempts(store.db, orderIds);
  const entries = orderIds.map(async (orderId) => {
    const attempt = attempts.get(orderId);
    if (attempt === undefined) throw new Error(`there is no order ${orderId} to ship`);
    const booking = await carrier.book(`${orderId}/${attempt}`, rules.now());
    return [orderId, { booking, attempt }] as const;
  });
  return new Map(await Promise.all(entries));
}

async function moveParcels(
  tx: Tx,
  { rules }: ShippingParts,
  events: readonly Envelope[],
  booked: ReadonlyMap<string, Booked>,
): Promise<Step[]> {
  const at = rules.now();
  const { packMs } = rules.limits;
  // Orders before parcels, as everybody locks them: a cancellation waits for the parcel, or comes first.
  const orders = await lockOrders(tx, keysOf(events));
  const confirmed = new Set(keysOf(events.filter(isConfirmed)));
  const made = orders.filter(({ id }) => confirmed.has(id));
  await insertShipments(
    tx,
    made.flatMap((order) => newParcel(order, booked.get(order.id), rules)),
    at,
  );

  const parcels = await lockLatestShipments(tx, keysOf(events));
  const changed = new Set<string>();
  const answers = events.flatMap(({ type, key, trace }) => {
    const parcel = parcels.get(key);
    if (parcel === undefined) return [];
    const { parcel: after, isTold } = stepParcel(parcel, type, { now: at, packMs });
    parcels.set(key, after);
    if (after !== parcel) changed.add(key);
    const answer = isTold ? toShippingEvent(after) : undefined;
    return answer ? [{ orderId: key, event: answer, ...(trace !== undefined && { trace }) }] : [];
  });
  await saveShipments(
    tx,
    Array.from(changed).flatMap((orderId) => parcels.get(orderId) ?? []),
    at,
  );
  await appendToOutbox(
    tx,
    answers.flatMap(({ event, trace }) => toMessages([event], rules, trace)),
  );
  return saveSteps(tx, orders, answers, rules);
}

function newParcel(
  { id: orderId, userId, status, shipmentAttempt }: OrderState,
  parcel: Booked | undefined,
  { newId }: ProgressRules,
): ShipmentRecord[] {
  if (parcel === undefined || status !== 'CONFIRMED' || parcel.attempt !== shipmentAttempt) {
    return [];
  }
  const { booking, attempt } = parcel;
  return [
    { id: newId(), orderId, userId, attempt, ...booking, status: 'CREATED', nextStepAt: null },
  ];
}
