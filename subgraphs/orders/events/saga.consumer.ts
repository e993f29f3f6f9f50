import type { Envelope } from '#platform/bus/bus.ts';
import type { Store } from '#platform/database/store.ts';
import type { EventConsumer } from '#platform/messaging/event-consumer.ts';
import { firstDeliveries } from '#platform/messaging/inbox.ts';
import { INVENTORY_EVENTS, inventoryEvent } from '#schema/events/inventory-events.ts';
import type { Tables } from '../data/tables.ts';
import type { Charging } from '../payment/charging.ts';
import { progressOrders, type Happening, type ProgressRules } from '../saga/progress-orders.ts';
import type { TellSteps } from '../saga/tell-steps.ts';

export const SAGA_GROUP = 'orders.saga';

export interface SagaParts {
  store: Store<Tables>;
  rules: ProgressRules;
  tellSteps: TellSteps;
  charging: Charging;
}

/**
 * Moves orders by the answers of inventory, and begins the charges of those that wait for one: a batch is one transaction. A second delivery is known by the inbox, a
 * repeated answer by the order's own state. Payment and shipping, whose tables are beside those of the orders, move them
 * in the transaction of their own answer.
 */
export function createSagaConsumer({
  store,
  rules,
  tellSteps,
  charging,
}: SagaParts): EventConsumer {
  return {
    group: SAGA_GROUP,
    topics: [INVENTORY_EVENTS],
    acrossPartitions: true,
    async handle(events) {
      const answers = events.filter(({ type }) => type !== 'inventory.stock_changed');
      if (answers.length === 0) return;
      const steps = await store.transact(async (tx) => {
        const first = await firstDeliveries(tx, SAGA_GROUP, answers);
        return progressOrders(tx, first.map(toHappening), rules);
      });
      for (const { before, after, trace } of steps) {
        if (after.status !== 'AWAITING_PAYMENT' || before.status === after.status) continue;
        charging.beginIfFree({ key: after.id, ...(trace !== undefined && { trace }) });
      }
      await tellSteps(steps);
    },
  };
}

function toHappening({ type, key, data, trace }: Envelope): Happening {
  const event = inventoryEvent.parse({ type, data });
  return { orderId: key, event, ...(trace !== undefined && { trace }) };
}
