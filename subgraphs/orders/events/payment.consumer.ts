import { eachEvent } from '#platform/messaging/each-event.ts';
import type { EventConsumer } from '#platform/messaging/event-consumer.ts';
import { ORDER_EVENTS } from '#schema/events/order-events.ts';
import {
  giveBack,
  PAYMENT_GROUP,
  takePayment,
  type PaymentParts,
} from '../payment/settle-payment.ts';

/** Questions to the provider at once, a partition. */
const CONCURRENCY = 32;

export function createPaymentConsumer(parts: PaymentParts): EventConsumer {
  return {
    group: PAYMENT_GROUP,
    topics: [ORDER_EVENTS],
    handle: eachEvent(
      async (event) => {
        if (event.type === 'order.awaiting_payment') await takePayment(parts, event);
        if (event.type === 'order.cancelled') await giveBack(parts, event);
      },
      { concurrency: CONCURRENCY },
    ),
  };
}
