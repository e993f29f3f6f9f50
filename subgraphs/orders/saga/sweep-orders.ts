import { appendToOutbox } from '#platform/messaging/outbox.ts';
import { lockDueOrders, postponeSweeps } from '../data/order-state.repository.ts';
import type { Tx } from '../data/tables.ts';
import { announceAgain } from '../domain/order-saga.ts';
import { isHopeless, sweepAgainAt } from '../domain/sweep.ts';
import { toMessages } from './messages.ts';
import { saveSteps, type ProgressRules, type Step } from './progress-orders.ts';

export interface Sweep {
  /** Orders whose step was announced again. */
  announced: number;
  /** Orders that were given up. */
  steps: Step[];
}

export interface SweepScope {
  /** Orders at most. */
  limit: number;
  /** Also those that wait for their parcel alone. */
  withParcels: boolean;
}

/** Drives on what has not moved: a lost question or answer is asked for once more, under a new id. */
export async function sweepOrders(tx: Tx, scope: SweepScope, rules: ProgressRules): Promise<Sweep> {
  const { limits } = rules;
  const now = rules.now();
  const due = await lockDueOrders(tx, now, scope);
  const hopeless = due.filter((order) => isHopeless(order, now, limits));
  const stalled = due.filter((order) => !isHopeless(order, now, limits));

  await appendToOutbox(
    tx,
    toMessages(
      stalled.flatMap((order) => announceAgain(order).events),
      rules,
    ),
  );
  await postponeSweeps(
    tx,
    stalled.map((order) => ({ order, nextSweepAt: sweepAgainAt(order, now, limits) })),
  );
  const steps = await saveSteps(
    tx,
    hopeless,
    hopeless.map(({ id }) => ({
      orderId: id,
      event: { type: 'order.given_up', data: { orderId: id } },
    })),
    rules,
  );
  return { announced: stalled.length, steps };
}
