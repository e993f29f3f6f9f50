import type { Envelope } from '#platform/bus/bus.ts';
import type { Store } from '#platform/database/store.ts';
import { firstDeliveries } from '#platform/messaging/inbox.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import type { PaymentEvent, PaymentFailure } from '#schema/events/payment-events.ts';
import {
  findPayment,
  lockPayment,
  openPayment,
  savePayment,
  type PaymentRecord,
} from '../data/payment.repository.ts';
import type { Tables, Tx } from '../data/tables.ts';
import type { Clock } from '../saga/clock.ts';
import { toMessages } from '../saga/messages.ts';
import type { GuardedProvider } from './guarded-provider.ts';

export const PAYMENT_GROUP = 'orders.payment';

export interface PaymentParts extends Clock {
  store: Store<Tables>;
  provider: GuardedProvider;
}

/** What the provider has said about a payment that was open. */
type Verdict =
  | { status: 'CHARGED'; attempts: number }
  | { status: 'NOT_CHARGED'; failure: PaymentFailure | null; attempts: number }
  | { status: 'REFUNDED'; attempts: number };

/**
 * `order.awaiting_payment`: charges the total once. The provider is asked outside of a transaction under
 * the order's id; a process that dies between its answer and our record asks again and is told the same.
 */
export async function takePayment(parts: PaymentParts, event: Envelope): Promise<void> {
  const { store, provider, now } = parts;
  const { status, paymentToken, payment } = await store.transact((tx) =>
    openPayment(tx, event.key, now()),
  );
  if (payment === undefined || payment.status !== 'PENDING') return record(parts, event);
  if (status !== 'AWAITING_PAYMENT') return giveBack(parts, event);

  const { outcome, attempts } = await provider.charge({
    idempotencyKey: payment.orderId,
    amountCents: payment.amountCents,
    currency: payment.currency,
    token: paymentToken,
  });
  switch (outcome.status) {
    case 'CHARGED':
      return record(parts, event, { status: 'CHARGED', attempts });
    case 'DECLINED':
      return record(parts, event, { status: 'NOT_CHARGED', failure: outcome.failure, attempts });
    case 'CLOSED':
      return record(parts, event, { status: 'NOT_CHARGED', failure: null, attempts });
    case 'TIMED_OUT':
      // Nobody knows whether it was charged: closing the key makes sure that it is not.
      await provider.refund(payment.orderId);
      return record(parts, event, { status: 'NOT_CHARGED', failure: 'TIMED_OUT', attempts });
  }
}

/** `order.cancelled`: refunds what was charged, or sees to it that nothing will be. */
export async function giveBack(parts: PaymentParts, event: Envelope): Promise<void> {
  const payment = await findPayment(parts.store.db, event.key);
  if (payment?.status !== 'PENDING' && payment?.status !== 'SUCCEEDED') {
    return record(parts, event);
  }
  const { wasCharged } = await parts.provider.refund(payment.orderId);
  const verdict = wasCharged || payment.status === 'SUCCEEDED';
  return record(
    parts,
    event,
    verdict
      ? { status: 'REFUNDED', attempts: 0 }
      : { status: 'NOT_CHARGED', failure: null, attempts: 0 },
  );
}

/** Saves the verdict unless there is one, and answers from what is saved: once an event. */
async function record(parts: PaymentParts, event: Envelope, verdict?: Verdict): Promise<void> {
  await parts.store.transact(async (tx) => {
    const [isFirst] = await firstDeliveries(tx, PAYMENT_GROUP, [event]);
    if (isFirst === undefined) return;
    const payment = await lockPayment(tx, event.key);
    if (payment === undefined) return;
    const settled = verdict ? settle(payment, verdict, parts.now()) : payment;
    if (settled !== payment) await savePayment(tx, settled);
    await answer(tx, settled, parts, event.trace);
  });
}

function settle(payment: PaymentRecord, verdict: Verdict, now: Date): PaymentRecord {
  const attempts = payment.attempts + verdict.attempts;
  const isOpen = payment.status === 'PENDING';
  if (verdict.status === 'REFUNDED' && (isOpen || payment.status === 'SUCCEEDED')) {
    const chargedAt = payment.chargedAt ?? now;
    return { ...payment, status: 'REFUNDED', attempts, chargedAt, refundedAt: now };
  }
  if (!isOpen || verdict.status === 'REFUNDED') return payment;
  return verdict.status === 'CHARGED'
    ? { ...payment, status: 'SUCCEEDED', attempts, chargedAt: now }
    : { ...payment, status: 'FAILED', attempts, failure: verdict.failure };
}

async function answer(
  tx: Tx,
  payment: PaymentRecord,
  clock: Clock,
  trace: string | undefined,
): Promise<void> {
  const event = toEvent(payment);
  if (event !== undefined) await appendToOutbox(tx, toMessages([event], clock, trace));
}

function toEvent(payment: PaymentRecord): PaymentEvent | undefined {
  const { orderId, amountCents, failure } = payment;
  switch (payment.status) {
    case 'PENDING':
      return undefined;
    case 'SUCCEEDED':
      return { type: 'payment.succeeded', data: { orderId, amountCents } };
    case 'REFUNDED':
      return { type: 'payment.refunded', data: { orderId, amountCents } };
    case 'FAILED':
      return failure === null ? undefined : { type: 'payment.failed', data: { orderId, failure } };
  }
}
