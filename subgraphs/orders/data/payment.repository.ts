import type { PaymentFailure } from '#schema/events/payment-events.ts';
import type { OrderStatus } from '../domain/order.ts';
import type { PaymentStatus } from '../domain/payment.ts';
import { anyOf } from './any-of.ts';
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
  'order_id as orderId',
  'user_id as userId',
  'status',
  'amount_cents as amountCents',
  'currency',
  'method',
  'failure',
  'attempts',
  'charged_at as chargedAt',
  'refunded_at as refundedAt',
] as const;

export function findPayments(db: Db, orderIds: readonly string[]): Promise<PaymentRecord[]> {
  return db.selectFrom('payment').select(columns).where('order_id', '=', anyOf(orderIds)).execute();
}

export async function findPayment(db: Db, orderId: string): Promise<PaymentRecord | undefined> {
  const [payment] = await findPayments(db, [orderId]);
  return payment;
}

export function lockPayment(tx: Tx, orderId: string): Promise<PaymentRecord | undefined> {
  return tx
    .selectFrom('payment')
    .select(columns)
    .where('order_id', '=', orderId)
    .forUpdate()
    .executeTakeFirst();
}

/** What the payment step needs of an order; the token stays between here and the provider. */
export interface Payable {
  status: OrderStatus;
  paymentToken: string;
  payment: PaymentRecord | undefined;
}

/**
 * Opens the payment of an order that waits for one, once. An order that is cancelled already gets none,
 * so that nothing is charged for it later.
 */
export async function openPayment(tx: Tx, orderId: string, now: Date): Promise<Payable> {
  const order = await tx
    .selectFrom('customer_order')
    .select(['user_id', 'status', 'total_cents', 'currency', 'payment_method', 'payment_token'])
    .where('id', '=', orderId)
    .forShare()
    .executeTakeFirst();
  if (order === undefined) throw new Error(`there is no order ${orderId} to be paid`);

  if (order.status === 'AWAITING_PAYMENT') {
    await tx
      .insertInto('payment')
      .values({
        order_id: orderId,
        user_id: order.user_id,
        status: 'PENDING',
        amount_cents: order.total_cents,
        currency: order.currency,
        method: order.payment_method,
        failure: null,
        created_at: now,
        charged_at: null,
        refunded_at: null,
      })
      .onConflict((conflict) => conflict.column('order_id').doNothing())
      .execute();
  }
  const payment = await lockPayment(tx, orderId);
  return { status: order.status, paymentToken: order.payment_token, payment };
}

export async function savePayment(tx: Tx, payment: PaymentRecord): Promise<void> {
  await tx
    .updateTable('payment')
    .set({
      status: payment.status,
      failure: payment.failure,
      attempts: payment.attempts,
      charged_at: payment.chargedAt,
      refunded_at: payment.refundedAt,
    })
    .where('order_id', '=', payment.orderId)
    .execute();
}
