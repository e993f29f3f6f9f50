import { sql } from 'kysely';
import { executeLater, executeWithNext, type RowsToCome } from '#platform/database/later.ts';
import type { PaymentFailure } from '#schema/events/payment-events.ts';
import type { OrderStatus } from '../domain/order.ts';
import type { PaymentStatus } from '../domain/payment.ts';
import { anyOf } from '#platform/database/ids.ts';
import type { Db, Tx } from './tables.ts';

export interface PaymentRecord {
  orderId: string;
  userId: string;
  status: PaymentStatus;
  amountCents: number;
  currency: string;
  method: string;
  failure: PaymentFailure | null;
  attempts: number;
  chargedAt: Date | null;
  refundedAt: Date | null;
}

const columns = [
  'payment.order_id as orderId',
  'payment.user_id as userId',
  'payment.status',
  'payment.amount_cents as amountCents',
  'payment.currency',
  'payment.method',
  'payment.failure',
  'payment.attempts',
  'payment.charged_at as chargedAt',
  'payment.refunded_at as refundedAt',
] as const;

export function findPayments(db: Db, orderIds: readonly string[]): Promise<PaymentRecord[]> {
  return db.selectFrom('payment').select(columns).where('order_id', '=', anyOf(orderIds)).execute();
}

export async function findPayment(db: Db, orderId: string): Promise<PaymentRecord | undefined> {
  const [payment] = await findPayments(db, [orderId]);
  return payment;
}

/** In id order, so that none deadlock. The answer is there with that of the next statement. */
export function lockPayments(
  tx: Tx,
  orderIds: readonly string[],
): Promise<RowsToCome<PaymentRecord>> {
  const locked = tx
    .selectFrom('payment')
    .select(columns)
    .where('order_id', '=', anyOf(orderIds))
    .orderBy('order_id')
    .forUpdate();
  return executeWithNext(tx, locked);
}

/** What the payment step needs of an order; the token stays between here and the provider. */
export interface Payable {
  status: OrderStatus;
  paymentToken: string;
  payment: PaymentRecord | undefined;
}

/** What there is to be paid, by order id. An order that does not exist is not in the answer. */
export async function findPayables(
  db: Db,
  orderIds: readonly string[],
): Promise<Map<string, Payable>> {
  const rows = await db
    .selectFrom('customer_order')
    .leftJoin('payment', 'payment.order_id', 'customer_order.id')
    .select([
      'customer_order.id',
      'customer_order.status as orderStatus',
      'customer_order.payment_token as paymentToken',
    ])
    .select(columns)
    .where('customer_order.id', '=', anyOf(orderIds))
    .execute();
  return new Map(
    rows.map(({ id, orderStatus, paymentToken, ...payment }) => [
      id,
      { status: orderStatus, paymentToken, payment: isPayment(payment) ? payment : undefined },
    ]),
  );
}

/** The columns of a join that has found one. */
function isPayment(joined: Record<keyof PaymentRecord, unknown>): joined is PaymentRecord {
  return joined.orderId !== null;
}

/**
 * Opens the payments that are missing of orders that wait for one, once each: the step that lets an order wait opens its
 * payment, but not in a process of before. An order that is cancelled already gets none, so that nothing is charged for
 * it later. An order that does not exist is not in the answer.
 */
export async function openPayments(
  tx: Tx,
  orderIds: readonly string[],
  now: Date,
): Promise<Map<string, Payable>> {
  const orders = await tx
    .selectFrom('customer_order')
    .select(['id', 'status', 'payment_token as paymentToken'])
    .where('id', '=', anyOf(orderIds))
    .orderBy('id')
    .forShare()
    .execute();
  // Statements of their own: they see the payments that were opened while this one waited for the orders.
  const waiting = orders.filter(({ status }) => status === 'AWAITING_PAYMENT');
  await insertPayments(
    tx,
    waiting.map(({ id }) => id),
    now,
  );
  return withPayments(tx, orders);
}

/** One payment an order: does nothing where there is one. The caller holds the orders, which wait for it. */
export async function insertPayments(
  tx: Tx,
  orderIds: readonly string[],
  now: Date,
): Promise<void> {
  if (orderIds.length === 0) return;
  await executeLater(
    tx,
    sql`
    insert into payment (order_id, user_id, status, amount_cents, currency, method, created_at)
    select id, user_id, 'PENDING', total_cents, currency, payment_method, ${now}
    from customer_order where id = ${anyOf(orderIds)} order by id
    on conflict (order_id) do nothing
  `,
  );
}

async function withPayments(
  db: Db,
  orders: readonly { id: string; status: OrderStatus; paymentToken: string }[],
): Promise<Map<string, Payable>> {
  const payments = await findPayments(
    db,
    orders.map(({ id }) => id),
  );
  const byOrder = new Map(payments.map((payment) => [payment.orderId, payment]));
  return new Map(
    orders.map(({ id, status, paymentToken }) => [
      id,
      { status, paymentToken, payment: byOrder.get(id) },
    ]),
  );
}

/** The caller holds the rows. */
export async function savePayments(tx: Tx, payments: readonly PaymentRecord[]): Promise<void> {
  if (payments.length === 0) return;
  await executeLater(
    tx,
    sql`
    update payment p set
      status = next.status,
      failure = next.failure,
      attempts = next.attempts,
      charged_at = next.charged_at,
      refunded_at = next.refunded_at
    from unnest(
      ${payments.map(({ orderId }) => orderId)}::uuid[],
      ${payments.map(({ status }) => status)}::text[],
      ${payments.map(({ failure }) => failure)}::text[],
      ${payments.map(({ attempts }) => attempts)}::integer[],
      ${payments.map(({ chargedAt }) => chargedAt)}::timestamptz[],
      ${payments.map(({ refundedAt }) => refundedAt)}::timestamptz[]
    ) as next (order_id, status, failure, attempts, charged_at, refunded_at)
    where p.order_id = next.order_id
  `,
  );
}
