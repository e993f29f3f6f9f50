import { groupCalls } from '#platform/database/group-calls.ts';
import type { Store } from '#platform/database/store.ts';
import { firstDeliveries } from '#platform/messaging/inbox.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import type { PaymentEvent } from '#schema/events/payment-events.ts';
import type { ShippingEvent } from '#schema/events/shipping-events.ts';
import { holdOrders, readOrders } from '../data/order-state.repository.ts';
import {
  findPayables,
  lockPayments,
  openPayments,
  savePayments,
  type Payable,
  type PaymentRecord,
} from '../data/payment.repository.ts';
import { insertShipments, type ShipmentRecord } from '../data/shipment.repository.ts';
import type { Tables, Tx } from '../data/tables.ts';
import { settlePayment, type Verdict } from '../domain/payment.ts';
import { toMessages } from '../saga/messages.ts';
import { saveSteps, type ProgressRules, type Step } from '../saga/progress-orders.ts';
import type { TellSteps } from '../saga/tell-steps.ts';
import { createEarlyBooking, toParcels, type Booked } from '../shipping/book-parcels.ts';
import type { Carrier } from '../shipping/carrier.ts';
import { toShippingEvent } from '../shipping/shipment-events.ts';

export const PAYMENT_GROUP = 'orders.payment';

/** The payments of our own books. Calls of one moment are one transaction, and orders move in it by what was answered. */
export interface PaymentDesk {
  /** Opens the payment of an order that waits for one, and tells what there is. */
  open: (orderId: string) => Promise<Payable>;
  /** Saves the verdict unless there is one, and answers from what is saved: once an event, and when it is news. */
  record: (cause: PaymentCause, verdict?: Verdict) => Promise<void>;
}

/** Why an order is charged or refunded: by an event, or by a step of the order itself, which has no id. */
export interface PaymentCause {
  /** The order's id. */
  key: string;
  id?: string;
  trace?: string;
}

export interface PaymentDeskParts {
  store: Store<Tables>;
  carrier: Carrier;
  rules: ProgressRules;
  tellSteps: TellSteps;
}

/** Payments in one transaction. */
const MAX_ITEMS = 500;
/** More than the consumer lets wait: its partitions and their concurrency bound it. */
const MAX_WAITING = 10_000;

interface Entry {
  cause: PaymentCause;
  verdict: Verdict | undefined;
}

/** What is told of an order. */
interface Answer {
  orderId: string;
  event: PaymentEvent | ShippingEvent;
  trace?: string;
}

export function createPaymentDesk({
  store,
  carrier,
  rules,
  tellSteps,
}: PaymentDeskParts): PaymentDesk {
  const { now } = rules;
  const limits = { maxItems: MAX_ITEMS, maxWaiting: MAX_WAITING };
  const bookEarly = createEarlyBooking(carrier, now);

  const open = groupCalls<string, Payable | undefined>(limits, async (orderIds) => {
    const payables = await findPayables(store.db, orderIds);
    const unopened = orderIds.filter((orderId) => {
      const { status, payment } = payables.get(orderId) ?? {};
      return status === 'AWAITING_PAYMENT' && payment === undefined;
    });
    if (unopened.length > 0) {
      const opened = await store.transact((tx) => openPayments(tx, unopened, now()));
      for (const [orderId, payable] of opened) payables.set(orderId, payable);
    }
    return orderIds.map((orderId) => payables.get(orderId));
  });
  const record = groupCalls<Entry, void>(limits, async (entries) => {
    const charged = entries.filter(({ verdict }) => verdict?.status === 'CHARGED');
    const booked = await bookEarly([...new Set(charged.map(({ cause }) => cause.key))]);
    await tellSteps(await store.transact((tx) => recordAll(tx, entries, booked)));
    return entries.map(() => undefined);
  });

  return {
    async open(orderId) {
      const payable = await open(orderId);
      if (payable === undefined) throw new Error(`there is no order ${orderId} to be paid`);
      return payable;
    },
    record: (cause, verdict) => record({ cause, verdict }),
  };

  async function recordAll(
    tx: Tx,
    entries: readonly Entry[],
    booked: ReadonlyMap<string, Booked>,
  ): Promise<Step[]> {
    const events = entries.flatMap(({ cause: { id } }) => (id === undefined ? [] : [{ id }]));
    const first = new Set((await firstDeliveries(tx, PAYMENT_GROUP, events)).map(({ id }) => id));
    const fresh = entries.filter(({ cause: { id } }) => id === undefined || first.delete(id));
    const { orders, locked } = await lockAll(tx, [...new Set(fresh.map(({ cause }) => cause.key))]);
    const payments = new Map(locked.map((payment) => [payment.orderId, payment]));

    const states = new Map(orders.map((order) => [order.id, order]));
    const parcels: ShipmentRecord[] = [];
    const changed = new Set<string>();
    const answers = fresh.flatMap(({ cause: { key, id, trace }, verdict }): Answer[] => {
      const payment = payments.get(key);
      if (payment === undefined) return [];
      const settled = verdict ? settlePayment(payment, verdict, now()) : payment;
      payments.set(key, settled);
      if (settled !== payment) changed.add(key);
      const event = settled !== payment || id !== undefined ? toEvent(settled) : undefined;
      if (event === undefined) return [];
      const order = states.get(key);
      // With that it is confirmed, and its parcel is made in the same step.
      const isPaid = settled !== payment && settled.status === 'SUCCEEDED';
      const confirmed = isPaid && order?.status === 'AWAITING_PAYMENT' ? [order] : [];
      const made = toParcels(confirmed, booked, rules);
      parcels.push(...made);
      const told = made.flatMap((parcel) => toShippingEvent(parcel) ?? []);
      return [event, ...told].map((each) => toAnswer(key, each, trace));
    });
    await insertShipments(tx, parcels, now());
    await savePayments(
      tx,
      Array.from(changed).flatMap((orderId) => payments.get(orderId) ?? []),
    );
    await appendToOutbox(
      tx,
      answers.flatMap(({ event, trace }) => toMessages([event], rules, trace)),
    );
    return saveSteps(tx, orders, answers, rules);
  }
}

/** Orders before payments, as everybody holds them; all in one round trip. */
async function lockAll(tx: Tx, orderIds: readonly string[]) {
  if (orderIds.length === 0) return { orders: [], locked: [] };
  await holdOrders(tx, orderIds);
  const payments = await lockPayments(tx, orderIds);
  const orders = await readOrders(tx, orderIds, orderIds);
  return { orders, locked: payments() };
}

function toAnswer(orderId: string, event: Answer['event'], trace: string | undefined): Answer {
  return { orderId, event, ...(trace !== undefined && { trace }) };
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
