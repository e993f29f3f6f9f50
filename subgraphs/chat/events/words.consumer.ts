import type { EventConsumer } from '#platform/messaging/event-consumer.ts';
import { MESSAGE_EVENTS, messageEvent } from '#schema/events/message-events.ts';
import { refreshWords } from '../data/search.repository.ts';
import type { Db } from '../data/tables.ts';

/** Keeps what can be searched up to date. It writes what the message says now, so that repeats change nothing. */
export function createWordsConsumer(db: Db): EventConsumer {
  return {
    group: 'chat.words',
    topics: [MESSAGE_EVENTS],
    acrossPartitions: true,
    handle: (events) =>
      // A statement of a transaction is planned once a connection: over 16 parts that costs as much as 30 messages.
      db.transaction().execute((tx) =>
        refreshWords(
          tx,
          events.map((event) => messageEvent.parse(event).data),
        ),
      ),
  };
}
