import type { Envelope } from '#platform/bus/bus.ts';
import { eachEvent } from '#platform/messaging/each-event.ts';
import type { EventConsumer } from '#platform/messaging/event-consumer.ts';
import { ORDER_EVENTS } from '#schema/events/order-events.ts';
import {
  createParcel,
  followParcel,
  releaseParcel,
  SHIPPING_GROUP,
  stopParcel,
  type ShippingParts,
} from '../shipping/ship-order.ts';

const CONCURRENCY = 8;

const steps: Readonly<Record<string, (parts: ShippingParts, event: Envelope) => Promise<void>>> = {
  'order.confirmed': createParcel,
  'order.processing': releaseParcel,
  'order.shipped': followParcel,
  'order.cancelled': stopParcel,
};

export function createShippingConsumer(parts: ShippingParts): EventConsumer {
  return {
    group: SHIPPING_GROUP,
    topics: [ORDER_EVENTS],
    handle: eachEvent(async (event) => steps[event.type]?.(parts, event), {
      concurrency: CONCURRENCY,
    }),
  };
}
