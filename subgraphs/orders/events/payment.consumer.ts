import type { Envelope } from '#platform/bus/bus.ts';
import { eachEvent } from '#platform/messaging/each-event.ts';
import type { EventConsumer } from '#platform/messaging/event-consumer.ts';
import { ORDER_EVENTS } from '#schema/events/order-events.ts';
import type { Charging } from '../payment/charging.ts';
import { PAYMENT_GROUP } from '../payment/payment-desk.ts';

/** Refunds that are asked for at once, a partition: one that waits for its answer holds up no other of its batch. */
const CONCURRENCY = 200;

export interface PaymentConsumerParts {
  charging: Charging;
  giveBack: (event: Envelope) => Promise<void>;
}

/** Hands charges over, and refunds what is to be given back. */
export function createPaymentConsumer({ charging, giveBack }: PaymentConsumerParts): EventConsumer {
  const steps: Readonly<Record<string, (event: Envelope) => Promise<void>>> = {
    'order.awaiting_payment': charging.begin,
    'order.refund_requested': giveBack,
    'order.cancelled': giveBack,
  };
  const handleEach = eachEvent(async (event) => steps[event.type]?.(event), {
    concurrency: CONCURRENCY,
  });
  return {
    group: PAYMENT_GROUP,
    topics: [ORDER_EVENTS],
    stopping: () => void charging.stop(),
    handle: (events) => handleEach(events.filter(({ type }) => type in steps)),
  };
}
