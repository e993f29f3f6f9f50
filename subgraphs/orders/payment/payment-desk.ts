import type { Envelope } from '#platform/bus/bus.ts';
import { groupCalls } from '#platform/database/group-calls.ts';
import type { Store } from '#platform/database/store.ts';
import { firstDeliveries } from '#platform/messaging/inbox.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import type { PaymentEvent } from '#schema/events/payment-events.ts';
import {
  lockPayments,
  openPayments,
  savePayments,
  type Payable,
  type PaymentRecord,
} from '../data/payment.repository.ts';
import type { Tables, Tx } from '../data/tables.ts';
import { settlePayment, type Verdict } from '../domain/payment.ts';
import type { Clock } from '../saga/clock.ts';
import { toMessages } from '../saga/messages.ts';

export const PAYMENT_GROUP = 'orders.payment';

/** The payments of our own books. Calls of one moment are one transaction. */
export interface PaymentDesk {
  /** Opens the payment of an order that waits for one, and tells what there is. */
  open: (orderId: string) => Promise<Payable>;
  /** Saves the verdict unless there is one, and answers from what is saved: once an event. */
  record: (event: Envelope, verdict?: Verdict) => Promise<void>;
}

export interface PaymentDeskParts extends Clock {
  store: Store<Tables>;
}

/** Payments in one transaction. */
const MAX_ITEMS = 500;
/** More than the consumer lets wait: its partitions and their concurrency bound it. */
const MAX_WAITING = 10_000;

interface Entry {
  event: Envelope;
  verdict: Verdict | undefined;
}

export function createPaymentDesk({ store, now, newId }: PaymentDeskParts): PaymentDesk {
  const limits = { maxItems: MAX_ITEMS, maxWaiting: MAX_WAITING };

  const open = groupCalls<string, Payable | undefined>(limits, async (orderIds) => {
    const payables = await store.transact((tx) => openPayments(tx, orderIds, now()));
    return orderIds.map((orderId) => payables.get(orderId));
  });
  const record = groupCalls<Entry, void>(limits, async (entries) => {
    await store.transact((tx) => recordAll(tx, entries));
    return entries.map(() => undefined);
  });

  return {
    async open(orderId) {
      const payable = await open(orderId);
      if (payable === undefined) throw new Error(`there is no order ${orderId} to be paid`);
      return payable;
    },
    record: (event, verdict) => record({ event, verdict }),
  };

  async function recordAll(tx: Tx, entries: readonly Entry[]): Promise<void> {
    const events = entries.map(({ event }) => event);
    const first = new Set(await firstDeliveries(tx, PAYMENT_GROUP, events));
    const fresh = entries.filter(({ event }) => first.delete(event));
    const locked = await lockPayments(
      tx,
      fresh.map(({ event }) => event.key),
    );
    const payments = new Map(locked.map((payment) => [payment.orderId, payment]));

    const changed = new Set<string>();
    const messages = fresh.flatMap(({ event, verdict }) => {
      const payment = payments.get(event.key);
      if (payment === undefined) return [];
      const settled = verdict ? settlePayment(payment, verdict, now()) : payment;
      payments.set(event.key, settled);
      if (settled !== payment) changed.add(event.key);
      const answer = toEvent(settled);
      return answer ? toMessages([answer], { now, newId }, event.trace) : [];
    });
    await savePayments(
      tx,
      Array.from(changed).flatMap((orderId) => payments.get(orderId) ?? []),
    );
    await appendToOutbox(tx, messages);
  }
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
