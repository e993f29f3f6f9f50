import { z } from 'zod';
import { event } from './event.ts';

/** Topic of the order's life, key: order id. Published by orders. */
export const ORDER_EVENTS = 'order-events';

export const orderLine = z.object({
  productId: z.string(),
  name: z.string(),
  quantity: z.int().positive(),
  unitPriceCents: z.int().nonnegative(),
});
export type OrderLine = z.infer<typeof orderLine>;

/** Why an order was cancelled; also what the customer is told. */
export const cancellationReason = z.enum([
  'OUT_OF_STOCK',
  'PAYMENT_DECLINED',
  'INSUFFICIENT_FUNDS',
  'PAYMENT_TIMED_OUT',
  'RESERVATION_EXPIRED',
  'CUSTOMER_REQUEST',
  'ADMIN_REQUEST',
  'SHIPMENT_FAILED',
  'STALLED',
]);
export type CancellationReason = z.infer<typeof cancellationReason>;

const order = { orderId: z.string(), userId: z.string() };
const money = { totalCents: z.int().nonnegative(), currency: z.string().length(3) };

/** A step may be announced again when an order has stalled: handlers answer from their own state. */
export const orderEvent = z.discriminatedUnion('type', [
  /** Asks inventory to reserve every line or none. */
  event('order.created', { ...order, ...money, lines: z.array(orderLine).min(1) }),
  /** Asks payment to charge the order's total, once, of an order that has stalled: the step itself begins the charge. */
  event('order.awaiting_payment', { ...order, ...money }),
  /** Paid. Asks inventory to turn the reservation into a sale, and shipping to create a shipment where the order was not confirmed with one. */
  event('order.confirmed', { ...order, ...money, lines: z.array(orderLine).min(1) }),
  /** Asks shipping where the parcel is, of an order that has stalled: a parcel leaves by its own clock. */
  event('order.processing', order),
  event('order.shipped', { ...order, carrier: z.string(), trackingNumber: z.string() }),
  event('order.delivered', order),
  /** The shop gives the money of a shipped order back. Asks payment for the refund, once. */
  event('order.refund_requested', { ...order, ...money }),
  /** Asks inventory to give the stock back, payment to refund what was charged, shipping to stop. */
  event('order.cancelled', { ...order, ...money, reason: cancellationReason }),
]);
export type OrderEvent = z.infer<typeof orderEvent>;
