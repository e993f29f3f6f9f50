import type { EventConsumer } from '#platform/messaging/event-consumer.ts';
import { ORDER_EVENTS } from '#schema/events/order-events.ts';
import { SHIPPING_GROUP, shipOrders, type ShippingParts } from '../shipping/ship-orders.ts';

const RELEVANT: ReadonlySet<string> = new Set([
  'order.confirmed',
  'order.processing',
  'order.shipped',
  'order.cancelled',
]);

export function createShippingConsumer(parts: ShippingParts): EventConsumer {
  return {
    group: SHIPPING_GROUP,
    topics: [ORDER_EVENTS],
    acrossPartitions: true,
    async handle(events) {
      const relevant = events.filter(({ type }) => RELEVANT.has(type));
      if (relevant.length > 0) await shipOrders(parts, relevant);
    },
  };
}
