import { z } from 'zod';
import { event } from './event.ts';

/** Topic of payments, key: order id. Published by orders' payment step. */
export const PAYMENT_EVENTS = 'payment-events';

export const paymentFailure = z.enum(['CARD_DECLINED', 'INSUFFICIENT_FUNDS', 'TIMED_OUT']);
export type PaymentFailure = z.infer<typeof paymentFailure>;

export const paymentEvent = z.discriminatedUnion('type', [
  event('payment.succeeded', { orderId: z.string(), amountCents: z.int().nonnegative() }),
  event('payment.failed', { orderId: z.string(), failure: paymentFailure }),
  event('payment.refunded', { orderId: z.string(), amountCents: z.int().nonnegative() }),
]);
export type PaymentEvent = z.infer<typeof paymentEvent>;
