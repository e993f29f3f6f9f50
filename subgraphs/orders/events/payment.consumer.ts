import { eachEvent } from '#platform/messaging/each-event.ts';
import type { EventConsumer } from '#platform/messaging/event-consumer.ts';
import { ORDER_EVENTS } from '#schema/events/order-events.ts';
import { PAYMENT_GROUP } from '../payment/payment-desk.ts';
import { giveBack, takePayment, type PaymentParts } from '../payment/settle-payment.ts';

/** Questions to the provider at once, a partition: one that waits for its answer holds up no other of its batch. */
const CONCURRENCY = 200;

const steps: Readonly<Record<string, typeof takePayment>> = {
  'order.awaiting_payment': takePayment,
  'order.refund_requested': giveBack,
  'order.cancelled': giveBack,
};

export function createPaymentConsumer(parts: PaymentParts): EventConsumer {
  const handleEach = eachEvent(async (event) => steps[event.type]?.(parts, event), {
    concurrency: CONCURRENCY,
  });
  return {
    group: PAYMENT_GROUP,
    topics: [ORDER_EVENTS],
    handle: (events) => handleEach(events.filter(({ type }) => type in steps)),
  };
}
