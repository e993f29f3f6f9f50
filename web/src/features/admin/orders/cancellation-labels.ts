import type { CancellationReason } from '../../../shared/orders/order-status.ts';

/** Why an order was cancelled, as the shop's people say it. */
export const CANCELLATION_LABELS: Record<CancellationReason, string> = {
  ADMIN_REQUEST: 'Cancelled by an administrator',
  CUSTOMER_REQUEST: 'Cancelled by the customer',
  INSUFFICIENT_FUNDS: 'The card lacked funds',
  OUT_OF_STOCK: 'A product had sold out',
  PAYMENT_DECLINED: 'The card was declined',
  PAYMENT_TIMED_OUT: 'The payment provider did not answer in time',
  RESERVATION_EXPIRED: 'Not paid while the stock was held',
  SHIPMENT_FAILED: 'The carrier gave the parcel back each time',
  STALLED: 'A step did not finish within its limit',
};
