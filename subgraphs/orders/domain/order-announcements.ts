import type { OrderEvent } from '#schema/events/order-events.ts';
import type { OrderState } from './order.ts';

/** The event that tells that an order is where it is now, and asks others for the next step. */
export function announce(order: OrderState): OrderEvent {
  const base = { orderId: order.id, userId: order.userId };
  const money = { totalCents: order.totalCents, currency: order.currency };

  switch (order.status) {
    case 'PENDING':
      return { type: 'order.created', data: { ...base, ...money, lines: linesOf(order) } };
    case 'AWAITING_PAYMENT':
      return { type: 'order.awaiting_payment', data: { ...base, ...money } };
    case 'CONFIRMED':
      return { type: 'order.confirmed', data: { ...base, ...money, lines: linesOf(order) } };
    case 'PROCESSING':
      return { type: 'order.processing', data: base };
    case 'SHIPPED': {
      const { carrier, trackingNumber } = present(order.parcel, order);
      return { type: 'order.shipped', data: { ...base, carrier, trackingNumber } };
    }
    case 'DELIVERED':
      return { type: 'order.delivered', data: base };
    case 'CANCELLED': {
      const reason = present(order.cancellationReason, order);
      return { type: 'order.cancelled', data: { ...base, ...money, reason } };
    }
  }
}

const linesOf = (order: OrderState) => [...present(order.lines, order)];

/** The event that asks for the money of a shipped order back. */
export function requestRefund({ id, userId, totalCents, currency }: OrderState): OrderEvent {
  return { type: 'order.refund_requested', data: { orderId: id, userId, totalCents, currency } };
}

function present<Value>(value: Value | null, { id, status }: OrderState): Value {
  if (value === null) throw new Error(`order ${id} is ${status} without what belongs to that`);
  return value;
}
