import type { Store } from '#platform/database/store.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import { lockFreeOrders, readOrders } from '../data/order-state.repository.ts';
import {
  findDueOrders,
  lockDueShipments,
  saveShipments,
  type ShipmentRecord,
} from '../data/shipment.repository.ts';
import type { Tables, Tx } from '../data/tables.ts';
import { announcesLines } from '../domain/order-saga.ts';
import type { OrderState } from '../domain/order.ts';
import { toMessages } from '../saga/messages.ts';
import { saveSteps, type ProgressRules, type Step } from '../saga/progress-orders.ts';
import type { TellSteps } from '../saga/tell-steps.ts';
import { moveParcel, type CarrierSchedule } from './simulated-carrier.ts';
import { toShippingEvent } from './shipment-events.ts';

/** Parcels in one transaction. */
const BATCH_SIZE = 200;
/** Batches in one run: what they set in motion comes in no larger waves, and a run ends however much is due. */
const MAX_BATCHES = 2;
/** Before the carrier looks again whether an order is ready for its parcel. */
const SHORTEST_PAUSE_MS = 1_000;

export interface ParcelRules extends ProgressRules {
  schedule: CarrierSchedule;
  random: () => number;
}

/** What the carrier does by the clock; answers how many parcels it has looked at. */
export async function moveParcels(
  store: Store<Tables>,
  rules: ParcelRules,
  tellSteps: TellSteps,
): Promise<number> {
  let sum = 0;
  for (let batch = 0; batch < MAX_BATCHES; batch++) {
    const { due, looked, steps } = await store.transact((tx) =>
      moveDueParcels(tx, BATCH_SIZE, rules),
    );
    await tellSteps(steps);
    sum += looked;
    if (due < BATCH_SIZE) break;
  }
  return sum;
}

/** Parcels of orders that nobody else holds, and the orders with them. One whose order is not ready for it is looked at again later. */
async function moveDueParcels(
  tx: Tx,
  limit: number,
  rules: ParcelRules,
): Promise<{ due: number; looked: number; steps: Step[] }> {
  const { schedule, random } = rules;
  const now = rules.now();
  const due = await findDueOrders(tx, now, limit);
  const held = await lockFreeOrders(tx, [...new Set(due)]);
  const orderIds = Array.from(held.keys());
  if (orderIds.length === 0) return { due: due.length, looked: 0, steps: [] };
  const parcels = await lockDueShipments(tx, orderIds, now);
  const mayMove = ({ status, orderId }: ShipmentRecord) =>
    status !== 'CREATED' || held.get(orderId)?.status === 'PROCESSING';
  const moved = parcels
    .filter(mayMove)
    .map((parcel) => moveParcel(parcel, schedule, { now, random }));
  const kept = parcels
    .filter((parcel) => !mayMove(parcel))
    .map((parcel) => keepParcel(parcel, held.get(parcel.orderId), rules));
  await saveShipments(tx, [...moved, ...kept], now);

  const answers = moved.flatMap((parcel) => {
    const event = toShippingEvent(parcel);
    return event === undefined ? [] : [{ orderId: parcel.orderId, event }];
  });
  await appendToOutbox(
    tx,
    toMessages(
      answers.map(({ event }) => event),
      rules,
    ),
  );
  const telling = answers.filter(({ event }) => announcesLines(event));
  const orders = await readOrders(
    tx,
    orderIds,
    telling.map(({ orderId }) => orderId),
  );
  const steps = await saveSteps(tx, orders, answers, rules);
  return { due: due.length, looked: parcels.length, steps };
}

/**
 * A parcel that stays: of an order that is cancelled for ever, else for as long again as its order has waited already. What that waits
 * for comes within moments, or the sweeper asks for it.
 */
function keepParcel(
  parcel: ShipmentRecord,
  order: Pick<OrderState, 'status' | 'updatedAt'> | undefined,
  { now, limits }: ParcelRules,
): ShipmentRecord {
  if (order?.status === 'CANCELLED') return { ...parcel, status: 'CANCELLED', nextStepAt: null };
  const at = now().getTime();
  const waitedMs = at - (order?.updatedAt.getTime() ?? at);
  const pauseMs = Math.min(Math.max(waitedMs, SHORTEST_PAUSE_MS), limits.stallMs);
  return { ...parcel, nextStepAt: new Date(at + pauseMs) };
}
