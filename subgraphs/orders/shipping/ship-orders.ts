import type { Envelope } from '#platform/bus/bus.ts';
import type { Store } from '#platform/database/store.ts';
import { firstDeliveries } from '#platform/messaging/inbox.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import { lockOrders } from '../data/order-state.repository.ts';
import {
  findLatestShipments,
  findWantedParcels,
  insertShipments,
  lockLatestShipments,
  saveShipments,
} from '../data/shipment.repository.ts';
import type { Tables, Tx } from '../data/tables.ts';
import { stepParcel } from '../domain/shipment.ts';
import { toMessages } from '../saga/messages.ts';
import { saveSteps, type ProgressRules, type Step } from '../saga/progress-orders.ts';
import type { TellSteps } from '../saga/tell-steps.ts';
import { bookParcels, toParcels, type Booked } from './book-parcels.ts';
import type { Carrier } from './carrier.ts';
import { toShippingEvent } from './shipment-events.ts';

export const SHIPPING_GROUP = 'orders.shipping';

export interface ShippingParts {
  store: Store<Tables>;
  carrier: Carrier;
  rules: ProgressRules;
  tellSteps: TellSteps;
}

/**
 * What the parcels of orders do by the events of these, and the orders by what their parcels answer: any number in one
 * transaction, each event once. A confirmed order gets a parcel, one an attempt, unless it was confirmed with one; a
 * step that is announced again is answered by where the parcel is.
 */
export async function shipOrders(parts: ShippingParts, events: readonly Envelope[]): Promise<void> {
  const { store, carrier, rules } = parts;
  const wanted = await findWantedParcels(store.db, keysOf(events.filter(isConfirmed)));
  const moving = await thatMove(parts, wanted, events);
  if (moving.length === 0) return;
  const booked = await bookParcels(carrier, wanted, rules.now());
  const steps = await parts.store.transact(async (tx) => {
    const fresh = await firstDeliveries(tx, SHIPPING_GROUP, moving);
    return fresh.length > 0 ? moveParcels(tx, parts, fresh, booked) : [];
  });
  await parts.tellSteps(steps);
}

const isConfirmed = ({ type }: Envelope) => type === 'order.confirmed';
const keysOf = (events: readonly Envelope[]) => [...new Set(events.map(({ key }) => key))];

/**
 * Most orders are confirmed with their parcel, and the saga has moved most parcels with their orders: such an event
 * changes nothing, and needs no transaction. What was done with an event was committed before it, and orders and parcels
 * only ever go on, so a look without a lock is enough.
 */
async function thatMove(
  { store, rules }: ShippingParts,
  wanted: ReadonlyMap<string, number>,
  events: readonly Envelope[],
): Promise<readonly Envelope[]> {
  const others = events.filter((event) => !isConfirmed(event));
  const latest = others.length === 0 ? [] : await findLatestShipments(store.db, keysOf(others));
  const parcels = new Map(latest.map((parcel) => [parcel.orderId, parcel]));
  const clock = { now: rules.now(), packMs: rules.limits.packMs };
  return events.filter((event) => {
    if (isConfirmed(event)) return wanted.has(event.key);
    const before = parcels.get(event.key);
    if (before === undefined) return false;
    const { parcel, isTold } = stepParcel(before, event.type, clock);
    return isTold || parcel !== before;
  });
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
  const confirmed = orders.filter(({ status }) => status === 'CONFIRMED');
  await insertShipments(tx, toParcels(confirmed, booked, rules), at);

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
