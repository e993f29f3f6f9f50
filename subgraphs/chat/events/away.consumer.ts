import type { EventConsumer } from '#platform/messaging/event-consumer.ts';
import { MESSAGE_EVENTS, messageEvent } from '#schema/events/message-events.ts';
import { STATUS_EVENTS, statusEvent } from '#schema/events/status-events.ts';
import { dequeueAway, enqueueAway } from '../data/away.repository.ts';
import type { Db } from '../data/tables.ts';
import type { OnlineUsers } from '../presence/online-users.ts';

export interface AwayParts {
  db: Db;
  online: OnlineUsers;
  /** How long messages are gathered before somebody is told of them. */
  pushAfterMs: number;
  now: () => Date;
}

/**
 * Keeps the queue of those who are away. Repeats change nothing: a row gathers sequences, and what was delivered is
 * never put into it.
 */
export function createAwayConsumer({ db, online, pushAfterMs, now }: AwayParts): EventConsumer {
  return {
    group: 'chat.away',
    topics: [MESSAGE_EVENTS, STATUS_EVENTS],
    acrossPartitions: true,

    async handle(events) {
      const at = now().getTime();
      const sent = events.flatMap((event) => {
        if (event.type !== 'message.sent') return [];
        const { conversationId, recipientId, senderId, sequence } = messageEvent.parse(event).data;
        return [
          {
            userId: recipientId,
            conversationId,
            senderId,
            firstSequence: sequence,
            lastSequence: sequence,
          },
        ];
      });
      const userIds = [...new Set(sent.map(({ userId }) => userId))];
      const states = await online.areOnline(userIds, at);
      const isAway = new Set(userIds.filter((_id, index) => states[index] !== true));
      await enqueueAway(
        db,
        sent.filter(({ userId }) => isAway.has(userId)),
        new Date(at + pushAfterMs),
      );
      await dequeueAway(
        db,
        events.flatMap((event) =>
          event.type === 'messages.delivered' || event.type === 'messages.read'
            ? [statusEvent.parse(event).data]
            : [],
        ),
      );
    },
  };
}
