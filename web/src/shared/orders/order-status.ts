export type OrderStatus =
  | 'PENDING'
  | 'AWAITING_PAYMENT'
  | 'CONFIRMED'
  | 'PROCESSING'
  | 'SHIPPED'
  | 'DELIVERED'
  | 'CANCELLED';

/** The way of an order that nothing stops. */
export const ORDER_PATH = [
  'PENDING',
  'AWAITING_PAYMENT',
  'CONFIRMED',
  'PROCESSING',
  'SHIPPED',
  'DELIVERED',
] as const satisfies readonly OrderStatus[];

export const ORDER_STATUSES: readonly OrderStatus[] = [...ORDER_PATH, 'CANCELLED'];

export const STATUS_LABELS: Record<OrderStatus, string> = {
  PENDING: 'Placed',
  AWAITING_PAYMENT: 'Awaiting payment',
  CONFIRMED: 'Confirmed',
  PROCESSING: 'Being packed',
  SHIPPED: 'On its way',
  DELIVERED: 'Delivered',
  CANCELLED: 'Cancelled',
};

export function isFinal(status: OrderStatus): boolean {
  return status === 'DELIVERED' || status === 'CANCELLED';
}

export type CancellationReason =
  | 'ADMIN_REQUEST'
  | 'CUSTOMER_REQUEST'
  | 'INSUFFICIENT_FUNDS'
  | 'OUT_OF_STOCK'
  | 'PAYMENT_DECLINED'
  | 'PAYMENT_TIMED_OUT'
  | 'RESERVATION_EXPIRED'
  | 'SHIPMENT_FAILED'
  | 'STALLED';

/** Why an order was cancelled, and what that means for the customer. */
export const CANCELLATION_TEXTS: Record<CancellationReason, string> = {
  ADMIN_REQUEST: 'We cancelled this order. Anything you paid has been refunded.',
  CUSTOMER_REQUEST: 'You cancelled this order. Anything you paid has been refunded.',
  INSUFFICIENT_FUNDS: 'Your card lacked funds. Nothing was charged.',
  OUT_OF_STOCK: 'A product sold out before we could reserve it. Nothing was charged.',
  PAYMENT_DECLINED: 'Your card was declined. Nothing was charged.',
  PAYMENT_TIMED_OUT: 'The payment provider did not answer in time. Nothing was charged.',
  RESERVATION_EXPIRED: 'The order was not paid while we held its products. Nothing was charged.',
  SHIPMENT_FAILED: 'The carrier could not deliver your parcel. What you paid has been refunded.',
  STALLED:
    'The order got stuck on our side and was cancelled. Anything you paid has been refunded.',
};
