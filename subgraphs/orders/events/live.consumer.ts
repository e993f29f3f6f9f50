import type { Live } from '#platform/live/live.ts';
import type { EventConsumer } from '#platform/messaging/event-consumer.ts';
import { ORDER_EVENTS } from '#schema/events/order-events.ts';
import { publishOrder, publishPlaced } from '../live/order-channels.ts';

/** Tells subscribers. A repeated message makes them read once more, and find nothing new. */
export function createLiveConsumer(live: Live): EventConsumer {
  return {
    group: 'orders.live',
    topics: [ORDER_EVENTS],
    async handle(events) {
      const changed = new Set(events.map(({ key }) => key));
      const placed = events.filter(({ type }) => type === 'order.created');
      await Promise.all([
        ...Array.from(changed, (orderId) => publishOrder(live, orderId)),
        ...placed.map(({ key }) => publishPlaced(live, key)),
      ]);
    },
  };
}
