import type { Envelope } from '#platform/bus/bus.ts';
import type { Live } from '#platform/live/live.ts';
import type { EventConsumer } from '#platform/messaging/event-consumer.ts';
import { ORDER_EVENTS } from '#schema/events/order-events.ts';
import { publishOrder, publishPlaced } from '../live/order-channels.ts';

/** A restarted bus delivers the last minutes again: an order of then is no news to who watches now. */
const NEWS_MS = 60_000;

/** Tells subscribers. A repeated message makes them read once more, and find nothing new. */
export function createLiveConsumer(live: Live, now: () => Date): EventConsumer {
  const isNews = ({ type, time }: Envelope) =>
    type === 'order.created' && now().getTime() - Date.parse(time) < NEWS_MS;

  return {
    group: 'orders.live',
    topics: [ORDER_EVENTS],
    acrossPartitions: true,
    async handle(events) {
      const changed = new Set(events.map(({ key }) => key));
      await Promise.all([
        ...Array.from(changed, (orderId) => publishOrder(live, orderId)),
        ...events.filter(isNews).map(({ key }) => publishPlaced(live, key)),
      ]);
    },
  };
}
