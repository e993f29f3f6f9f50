import type { BusMessage } from '#platform/bus/bus.ts';
import { ORDER_EVENTS, type OrderEvent } from '#schema/events/order-events.ts';
import { PAYMENT_EVENTS, type PaymentEvent } from '#schema/events/payment-events.ts';
import { SHIPPING_EVENTS, type ShippingEvent } from '#schema/events/shipping-events.ts';
import type { Clock } from './clock.ts';

type Published = OrderEvent | PaymentEvent | ShippingEvent;

/** Puts events into envelopes under the order's id, which keeps those of one order in order. */
export function toMessages(
  events: readonly Published[],
  { now, newId }: Clock,
  trace?: string,
): BusMessage[] {
  return events.map((event) => ({
    topic: topicOf(event),
    envelope: {
      id: newId(),
      type: event.type,
      key: event.data.orderId,
      time: now().toISOString(),
      ...(trace !== undefined && { trace }),
      data: event.data,
    },
  }));
}

function topicOf({ type }: Published): string {
  if (type.startsWith('payment.')) return PAYMENT_EVENTS;
  return type.startsWith('shipment.') ? SHIPPING_EVENTS : ORDER_EVENTS;
}
