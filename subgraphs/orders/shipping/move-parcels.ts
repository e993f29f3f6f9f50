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
import { toMessages } from '../saga/messages.ts';
import { saveSteps, type ProgressRules, type Step } from '../saga/progress-orders.ts';
import type { TellSteps } from '../saga/tell-steps.ts';
import { moveParcel, type CarrierSchedule } from './simulated-carrier.ts';
import { toShippingEvent } from './shipment-events.ts';

/** Parcels in one transaction. */
const BATCH_SIZE = 500;
/** Batches in one run: what they set in motion comes in no larger waves, and a run ends however much is due. */
const MAX_BATCHES = 2;

export interface ParcelRules extends ProgressRules {
  schedule: CarrierSchedule;
  random: () => number;
}

/** What the carrier does by the clock, or a batch of it; answers how many parcels have moved. */
export async function moveParcels(
  store: Store<Tables>,
  rules: ParcelRules,
  tellSteps: TellSteps,
  maxBatches = MAX_BATCHES,
): Promise<number> {
  let sum = 0;
  for (let batch = 0; batch < maxBatches; batch++) {
    const { moved, steps } = await store.transact((tx) => moveDueParcels(tx, BATCH_SIZE, rules));
    await tellSteps(steps);
    sum += moved;
    if (moved < BATCH_SIZE) break;
  }
  return sum;
}

/** Parcels of orders that nobody else holds, and the orders with them. One whose order is not being processed yet is looked at again later. */
async function moveDueParcels(
  tx: Tx,
  limit: number,
  rules: ParcelRules,
): Promise<{ moved: number; steps: Step[] }> {
  const { schedule, random, limits } = rules;
  const now = rules.now();
  const due = await findDueOrders(tx, now, limit);
  const statuses = await lockFreeOrders(tx, [...new Set(due)]);
  const orderIds = Array.from(statuses.keys());
  if (orderIds.length === 0) return { moved: 0, steps: [] };
  const parcels = await lockDueShipments(tx, orderIds, now);
  const isEarly = ({ status, orderId }: ShipmentRecord) =>
    status === 'CREATED' && statuses.get(orderId) !== 'PROCESSING';
  const moved = parcels
    .filter((parcel) => !isEarly(parcel))
    .map((parcel) => moveParcel(parcel, schedule, { now, random }));
  // What an order waits for comes within moments, or the sweeper asks for it.
  const later = new Date(now.getTime() + limits.packMs);
  const early = parcels.filter(isEarly);
  await saveShipments(tx, [...moved, ...early.map((parcel) => postponed(parcel, later))], now);

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
  return { moved: parcels.length, steps: await saveSteps(tx, orders, answers, rules) };
}

function postponed(parcel: ShipmentRecord, nextStepAt: Date): ShipmentRecord {
  return { ...parcel, nextStepAt };
}
