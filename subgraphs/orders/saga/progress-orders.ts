import type { BusMessage } from '#platform/bus/bus.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import {
  insertTimeline,
  lockOrders,
  saveOrders,
  type NewTimelineEntry,
} from '../data/order-state.repository.ts';
import { insertPayments } from '../data/payment.repository.ts';
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

/**
 * The events of these ask for nothing that is not done: the step that lets an order wait for its payment opens the payment, and a
 * parcel leaves by its own clock. The sweeper sends one when an order has stalled all the same.
 */
const FOLLOWED: readonly OrderStatus[] = ['AWAITING_PAYMENT', 'PROCESSING'];

/** Whether no event tells of the step, because its parts follow it. */
export function isFollowed(step: Step): boolean {
  return FOLLOWED.some((status) => cameTo(step, status));
}

function cameTo({ before, after }: Step, status: OrderStatus): boolean {
  return after.status === status && before.status !== status;
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
  await insertPayments(
    tx,
    steps.filter((step) => cameTo(step, 'AWAITING_PAYMENT')).map(({ after }) => after.id),
    now,
  );
  await appendToOutbox(tx, messages);
  return steps;
}
