import { findPayment } from '../data/payment.repository.ts';
import type { Db } from '../data/tables.ts';
import type { GuardedProvider } from './guarded-provider.ts';
import type { PaymentCause, PaymentDesk } from './payment-desk.ts';

export interface PaymentParts {
  db: Db;
  desk: PaymentDesk;
  provider: GuardedProvider;
}

/**
 * Charges the total of an order that waits for it, once. The provider is asked outside of a transaction under
 * the order's id; a process that dies between its answer and our record asks again and is told the same.
 */
export async function takePayment(parts: PaymentParts, cause: PaymentCause): Promise<void> {
  const { desk, provider } = parts;
  const { status, paymentToken, payment } = await desk.open(cause.key);
  if (payment === undefined || payment.status !== 'PENDING') return desk.record(cause);
  if (status !== 'AWAITING_PAYMENT') return giveBack(parts, cause);

  const { outcome, attempts } = await provider.charge({
    idempotencyKey: payment.orderId,
    amountCents: payment.amountCents,
    currency: payment.currency,
    token: paymentToken,
  });
  switch (outcome.status) {
    case 'CHARGED':
      return desk.record(cause, { status: 'CHARGED', attempts });
    case 'DECLINED':
      return desk.record(cause, { status: 'NOT_CHARGED', failure: outcome.failure, attempts });
    case 'CLOSED': {
      // By a cancellation, which ends the order itself; or by us after a time-out, and we died before we wrote it down.
      const isStillWanted = (await desk.open(cause.key)).status === 'AWAITING_PAYMENT';
      const failure = isStillWanted ? 'TIMED_OUT' : null;
      return desk.record(cause, { status: 'NOT_CHARGED', failure, attempts });
    }
    case 'TIMED_OUT': {
      // Nobody knows whether it was charged: closing the key makes sure that it is not, and takes a charge back that
      // another process has been told of meanwhile.
      const { wasCharged } = await provider.refund(payment.orderId);
      const verdict = wasCharged ? 'TAKEN_BACK' : 'NOT_CHARGED';
      return desk.record(cause, { status: verdict, failure: 'TIMED_OUT', attempts });
    }
  }
}

/** `order.cancelled`, `order.refund_requested`: refunds what was charged, or sees to it that nothing will be. */
export async function giveBack(parts: PaymentParts, cause: PaymentCause): Promise<void> {
  const { db, desk, provider } = parts;
  const payment = await findPayment(db, cause.key);
  if (payment?.status !== 'PENDING' && payment?.status !== 'SUCCEEDED') return desk.record(cause);
  const { wasCharged } = await provider.refund(payment.orderId);
  return desk.record(
    cause,
    wasCharged || payment.status === 'SUCCEEDED'
      ? { status: 'REFUNDED', attempts: 0 }
      : { status: 'NOT_CHARGED', failure: null, attempts: 0 },
  );
}
