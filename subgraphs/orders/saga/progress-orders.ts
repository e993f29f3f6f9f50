import type { BusMessage } from '#platform/bus/bus.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import {
  insertTimeline,
  lockOrders,
  saveOrders,
  type NewTimelineEntry,
} from '../data/order-state.repository.ts';
import { insertPayments } from '../data/payment.repository.ts';
import { releaseShipments } from '../data/shipment.repository.ts';
import type { Tx } from '../data/tables.ts';
import { announcesLines, decide, evolve, type SagaEvent } from '../domain/order-saga.ts';
import type { OrderState, OrderStatus } from '../domain/order.ts';
import { nextLookAt, type SweepLimits } from '../domain/sweep.ts';
import type { Clock } from './clock.ts';
import { toMessages } from './messages.ts';

/** Something that happened to an order, with the trace of what caused it. */
export interface Happening {
  orderId: string;
  event: SagaEvent;
  trace?: string;
}

export interface ProgressRules extends Clock {
  limits: SweepLimits;
}

export interface Step {
  before: OrderState;
  after: OrderState;
  /** Of what caused it. */
  trace?: string;
}

/** The events of these ask for nothing that is not done with the step: see `letPartsFollow`. */
const FOLLOWED: ReadonlySet<OrderStatus> = new Set(['AWAITING_PAYMENT', 'PROCESSING']);

/** Whether no event tells of the step, because its parts have followed it. */
export function isFollowed({ before, after }: Step): boolean {
  return after.status !== before.status && FOLLOWED.has(after.status);
}

/** Load, decide, save and outbox, for any number of orders in a few statements. */
export async function progressOrders(
  tx: Tx,
  happenings: readonly Happening[],
  rules: ProgressRules,
): Promise<Step[]> {
  const idsOf = (some: readonly Happening[]) => [...new Set(some.map(({ orderId }) => orderId))];
  const telling = happenings.filter(({ event }) => announcesLines(event));
  const locked = await lockOrders(tx, idsOf(happenings), idsOf(telling));
  return saveSteps(tx, locked, happenings, rules);
}

/** The same for orders that the caller has locked. */
export async function saveSteps(
  tx: Tx,
  locked: readonly OrderState[],
  happenings: readonly Happening[],
  rules: ProgressRules,
): Promise<Step[]> {
  const now = rules.now();
  const orders = new Map(locked.map((order) => [order.id, order]));
  const steps: Step[] = [];
  const entries: NewTimelineEntry[] = [];
  const messages: BusMessage[] = [];

  for (const { orderId, event, trace } of happenings) {
    const before = orders.get(orderId);
    const decision = before && decide(before, event);
    if (before === undefined || decision === undefined) continue;

    const { order: after, entry } = evolve(before, decision, now);
    orders.set(orderId, after);
    const step = { before, after, ...(trace !== undefined && { trace }) };
    steps.push(step);
    if (entry) entries.push({ ...entry, orderId, userId: after.userId, seq: after.version });
    if (!isFollowed(step)) messages.push(...toMessages(decision.events, rules, trace));
  }

  const moved = new Set(steps.map(({ after }) => after.id));
  const changed = [...orders.values()].filter(({ id }) => moved.has(id));
  await saveOrders(
    tx,
    changed.map((order) => ({ order, nextSweepAt: nextLookAt(order, now, rules.limits) })),
  );
  await insertTimeline(tx, entries);
  await letPartsFollow(tx, steps, now, rules.limits);
  await appendToOutbox(tx, messages);
  return steps;
}

/**
 * What the steps ask of parts in the same database is done with them, and no event asks for it. The sweeper sends one when
 * an order has stalled all the same.
 */
async function letPartsFollow(
  tx: Tx,
  steps: readonly Step[],
  now: Date,
  { packMs }: SweepLimits,
): Promise<void> {
  const cameTo = (status: OrderStatus) =>
    steps.filter(({ before, after }) => after.status === status && before.status !== status);
  await insertPayments(
    tx,
    cameTo('AWAITING_PAYMENT').map(({ after }) => after.id),
    now,
  );
  await releaseShipments(
    tx,
    cameTo('PROCESSING').flatMap(({ after }) => after.parcel?.shipmentId ?? []),
    { nextStepAt: new Date(now.getTime() + packMs), now },
  );
}
