import type { Store } from '#platform/database/store.ts';
import type { EventConsumer } from '#platform/messaging/event-consumer.ts';
import { firstDeliveries } from '#platform/messaging/inbox.ts';
import type { Log } from '#platform/telemetry/log.ts';
import { MESSAGE_EVENTS, messageEvent } from '#schema/events/message-events.ts';
import { STATUS_EVENTS, statusEvent } from '#schema/events/status-events.ts';
import { countByMinute } from '../activity/count-events.ts';
import type { LiveCounts } from '../activity/live-counts.ts';
import { addToMinutes, findSentAt } from '../data/activity.repository.ts';
import type { Tables } from '../data/tables.ts';

const GROUP = 'chat.activity';

/**
 * Counts what goes on, by the minute: exactly, since an event that comes again is known by the inbox. What is counted
 * in Redis after the commit is for the moment, and may miss some.
 */
export function createActivityConsumer(parts: {
  store: Store<Tables>;
  counts: LiveCounts;
  log: Log;
}): EventConsumer {
  const { store, counts, log } = parts;
  return {
    group: GROUP,
    topics: [MESSAGE_EVENTS, STATUS_EVENTS],
    acrossPartitions: true,

    async handle(events) {
      const relevant = events.filter(
        ({ type }) => type === 'message.sent' || type === 'messages.delivered',
      );
      if (relevant.length === 0) return;
      const sent = await store.transact(async (tx) => {
        const first = await firstDeliveries(tx, GROUP, relevant);
        const messages = first.flatMap((event) => {
          if (event.type !== 'message.sent') return [];
          const { data } = messageEvent.parse(event);
          return [{ senderId: data.senderId, at: new Date(event.time) }];
        });
        const deliveries = first.flatMap((event) =>
          event.type === 'messages.delivered'
            ? [{ ...statusEvent.parse(event).data, at: new Date(event.time) }]
            : [],
        );
        const sentAt = await findSentAt(tx, deliveries);
        const delivered = deliveries.flatMap(({ at }, index) => {
          const from = sentAt[index];
          return from === undefined ? [] : [{ sentAt: from, at }];
        });
        await addToMinutes(
          tx,
          countByMinute(
            messages.map(({ at }) => at),
            delivered,
          ),
        );
        return messages;
      });
      await counts
        .countSent(sent.map(({ senderId, at }) => ({ senderId, at: at.getTime() })))
        .catch((error: unknown) => log.warn({ err: error }, 'messages were not counted live'));
    },
  };
}
