import type { Store } from '#platform/database/store.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import { lockDueShipments, saveShipments } from '../data/shipment.repository.ts';
import type { Tables, Tx } from '../data/tables.ts';
import type { Clock } from '../saga/clock.ts';
import { toMessages } from '../saga/messages.ts';
import { moveParcel, type CarrierSchedule } from './simulated-carrier.ts';
import { toShippingEvent } from './shipment-events.ts';

/** Parcels in one transaction. */
const BATCH_SIZE = 200;
/** Batches in one run, so that a run ends however much is due. */
const MAX_BATCHES = 20;

export interface ParcelRules extends Clock {
  schedule: CarrierSchedule;
  random: () => number;
}

/** What the carrier does by the clock; answers how many parcels have moved. */
export async function moveParcels(store: Store<Tables>, rules: ParcelRules): Promise<number> {
  let moved = 0;
  for (let batch = 0; batch < MAX_BATCHES; batch++) {
    const size = await store.transact((tx) => moveDueParcels(tx, BATCH_SIZE, rules));
    moved += size;
    if (size < BATCH_SIZE) break;
  }
  return moved;
}

export async function moveDueParcels(tx: Tx, limit: number, rules: ParcelRules): Promise<number> {
  const { schedule, random } = rules;
  const now = rules.now();
  const due = await lockDueShipments(tx, now, limit);
  const moved = due.map((parcel) => moveParcel(parcel, schedule, { now, random }));
  await saveShipments(tx, moved, now);
  const events = moved.flatMap((parcel) => toShippingEvent(parcel) ?? []);
  await appendToOutbox(tx, toMessages(events, rules));
  return due.length;
}
