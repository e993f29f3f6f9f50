import { z } from 'zod';

/** Topic of payments, key: order id. Published by orders' payment step. */
export const PAYMENT_EVENTS = 'payment-events';

export const paymentFailure = z.enum(['CARD_DECLINED', 'INSUFFICIENT_FUNDS', 'TIMED_OUT']);
export type PaymentFailure = z.infer<typeof paymentFailure>;

const event = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), data: z.object(shape) });

export const paymentEvent = z.discriminatedUnion('type', [
  event('payment.succeeded', { orderId: z.string(), amountCents: z.int().nonnegative() }),
  event('payment.failed', { orderId: z.string(), failure: paymentFailure }),
  event('payment.refunded', { orderId: z.string(), amountCents: z.int().nonnegative() }),
]);
export type PaymentEvent = z.infer<typeof paymentEvent>;
