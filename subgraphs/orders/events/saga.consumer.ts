import type { Envelope } from '#platform/bus/bus.ts';
import type { Store } from '#platform/database/store.ts';
import type { Live } from '#platform/live/live.ts';
import type { EventConsumer } from '#platform/messaging/event-consumer.ts';
import { firstDeliveries } from '#platform/messaging/inbox.ts';
import { INVENTORY_EVENTS, inventoryEvent } from '#schema/events/inventory-events.ts';
import { PAYMENT_EVENTS, paymentEvent } from '#schema/events/payment-events.ts';
import { SHIPPING_EVENTS, shippingEvent } from '#schema/events/shipping-events.ts';
import { z } from 'zod';
import type { Tables } from '../data/tables.ts';
import { publishOrder } from '../live/order-channels.ts';
import type { OrderMetrics } from '../metrics.ts';
import { progressOrders, type Happening, type ProgressRules } from '../saga/progress-orders.ts';

const GROUP = 'orders.saga';

// Told apart by their type at once: a union of unions tries one after the other, and makes an error of each that fails.
const sagaEvent = z.discriminatedUnion('type', [
  ...inventoryEvent.options,
  ...paymentEvent.options,
  ...shippingEvent.options,
]);

export interface SagaParts {
  store: Store<Tables>;
  live: Live;
  rules: ProgressRules;
  metrics: OrderMetrics;
}

/**
 * Moves orders by the answers of the steps: a batch is one transaction. A second delivery is known by the
 * inbox, a repeated answer by the order's own state.
 */
export function createSagaConsumer({ store, live, rules, metrics }: SagaParts): EventConsumer {
  return {
    group: GROUP,
    topics: [INVENTORY_EVENTS, PAYMENT_EVENTS, SHIPPING_EVENTS],
    acrossPartitions: true,
    async handle(events) {
      const answers = events.filter(({ type }) => type !== 'inventory.stock_changed');
      if (answers.length === 0) return;
      const steps = await store.transact(async (tx) => {
        const first = await firstDeliveries(tx, GROUP, answers);
        return progressOrders(tx, first.map(toHappening), rules);
      });
      metrics.moved(steps);

      // A refund is the one change that no event of the order tells.
      const refunds = events.filter(({ type }) => type === 'payment.refunded');
      await Promise.all(refunds.map(({ key }) => publishOrder(live, key)));
    },
  };
}

function toHappening({ type, key, data, trace }: Envelope): Happening {
  const event = sagaEvent.parse({ type, data });
  return { orderId: key, event, ...(trace !== undefined && { trace }) };
}
