import type { PaymentFailure } from '#schema/events/payment-events.ts';

export type PaymentStatus = 'PENDING' | 'SUCCEEDED' | 'FAILED' | 'REFUNDED';

/** What the provider has said about a payment that was open. */
export type Verdict =
  | { status: 'CHARGED'; attempts: number }
  | { status: 'NOT_CHARGED'; failure: PaymentFailure | null; attempts: number }
  /** It was charged, and given back because nobody knew: it has failed, or was taken for paid by another process. */
  | { status: 'TAKEN_BACK'; failure: PaymentFailure; attempts: number }
  | { status: 'REFUNDED'; attempts: number };

export interface PaymentState {
  status: PaymentStatus;
  failure: PaymentFailure | null;
  attempts: number;
  chargedAt: Date | null;
  refundedAt: Date | null;
}

/** The payment after a verdict; the same one when it had been decided otherwise already. */
export function settlePayment<Payment extends PaymentState>(
  payment: Payment,
  verdict: Verdict,
  now: Date,
): Payment {
  const attempts = payment.attempts + verdict.attempts;
  const isOpen = payment.status === 'PENDING';
  const isPaid = payment.status === 'SUCCEEDED';
  const isGivenBack =
    (verdict.status === 'REFUNDED' && (isOpen || isPaid)) ||
    (verdict.status === 'TAKEN_BACK' && isPaid);
  if (isGivenBack) {
    const chargedAt = payment.chargedAt ?? now;
    return { ...payment, status: 'REFUNDED', attempts, chargedAt, refundedAt: now };
  }
  if (!isOpen || verdict.status === 'REFUNDED') return payment;
  return verdict.status === 'CHARGED'
    ? { ...payment, status: 'SUCCEEDED', attempts, chargedAt: now }
    : { ...payment, status: 'FAILED', attempts, failure: verdict.failure };
}
