import type { Store } from '#platform/database/store.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import { MESSAGE_EVENTS } from '#schema/events/message-events.ts';
import { lockReadyMedia, markMedia } from '../data/media.repository.ts';
import { findMessages } from '../data/message.repository.ts';
import {
  findBlockedAndSent,
  lockConversationRows,
  storeMessages,
  type Arrival,
} from '../data/send.repository.ts';
import type { Tables, Tx } from '../data/tables.ts';
import type { Message } from '../domain/message.ts';
import {
  numberMessages,
  type HeldConversation,
  type NewMessage,
  type Placement,
} from '../domain/number-messages.ts';

export interface SendParts {
  store: Store<Tables>;
  now: () => Date;
  newId: () => string;
}

/** What became of a message; `userIds` are those who hear of it. */
export type SendOutcome =
  | { kind: 'SENT'; message: Message; userIds: readonly string[] }
  | { kind: 'SENT_BEFORE'; message: Message; userIds: readonly string[] }
  | Exclude<Placement, { sequence: number }>;

/**
 * Stores messages in one transaction, however many conversations they are of, and answers in their order.
 * Conversations are held until the end of it: a sequence is given when its message is stored, or not at all.
 */
export async function sendMessages(
  { store, now, newId }: SendParts,
  messages: readonly NewMessage[],
): Promise<SendOutcome[]> {
  return store.transact(async (tx) => {
    const ids = [...new Set(messages.map(({ conversationId }) => conversationId))];
    const locked = await lockConversationRows(tx, ids);
    const { blocked, sentBefore } = await findBlockedAndSent(tx, locked, messages);
    const conversations = new Map(
      locked.map((row) => [row.id, { ...row, isBlocked: blocked.has(row.id) }]),
    );
    const media = await lockReadyMedia(
      tx,
      messages.flatMap(({ mediaId }) => mediaId ?? []),
    );
    const placements = numberMessages(messages, conversations, sentBefore, media);

    const sentAt = now();
    const stored = new Map<number, Message>();
    for (const [index, placement] of placements.entries()) {
      const message = messages[index];
      if (placement.kind !== 'PLACED' || message === undefined) continue;
      stored.set(index, toMessage(message, placement, sentAt));
    }
    const added = [...stored.values()];
    if (added.length > 0) {
      await storeMessages(tx, added, countArrivals(added), conversations, sentAt);
      await markMedia(
        tx,
        added.flatMap((message) => message.media?.id ?? []),
        'USED',
      );
      await announce(tx, added, conversations, newId);
    }
    const known = await findKnown(tx, messages, placements);
    return placements.map((placement, index): SendOutcome => {
      const message = stored.get(index) ?? known.get(index);
      if (message !== undefined) {
        const { userIds = [], isBlocked } = conversations.get(message.conversationId) ?? {};
        if (placement.kind === 'PLACED') return { kind: 'SENT', message, userIds };
        return { kind: 'SENT_BEFORE', message, userIds: isBlocked === true ? [] : userIds };
      }
      if ('sequence' in placement) throw new Error('a message that was placed is not stored');
      return placement;
    });
  });
}

const toMessage = (
  { mediaId: _mediaId, ...message }: NewMessage,
  { sequence, media }: Extract<Placement, { kind: 'PLACED' }>,
  createdAt: Date,
): Message => ({
  ...message,
  sequence,
  media,
  type: media?.type ?? 'TEXT',
  reactions: {},
  createdAt,
  editedAt: null,
  deletedAt: null,
});

function countArrivals(messages: readonly Message[]): Arrival[] {
  const byConversation = Map.groupBy(messages, ({ conversationId }) => conversationId);
  return Array.from(byConversation, ([conversationId, ofConversation]) => ({
    conversationId,
    lastSequence: Math.max(...ofConversation.map(({ sequence }) => sequence)),
    sentBy: new Map(
      Array.from(
        Map.groupBy(ofConversation, ({ senderId }) => senderId),
        ([senderId, ofSender]) => [senderId, ofSender.length],
      ),
    ),
  }));
}

async function announce(
  tx: Tx,
  messages: readonly Message[],
  conversations: ReadonlyMap<string, HeldConversation>,
  newId: () => string,
): Promise<void> {
  await appendToOutbox(
    tx,
    messages.map(({ conversationId, sequence, senderId, type, text, createdAt }) => {
      const userIds = conversations.get(conversationId)?.userIds ?? [];
      const recipientId = userIds.find((userId) => userId !== senderId);
      const time = createdAt.toISOString();
      return {
        topic: MESSAGE_EVENTS,
        envelope: {
          id: newId(),
          type: 'message.sent',
          key: conversationId,
          time,
          data: {
            conversationId,
            sequence,
            senderId,
            recipientId,
            messageType: type,
            text,
            createdAt: time,
          },
        },
      };
    }),
  );
}

/** Those that were sent before, by their place in the list. */
async function findKnown(
  tx: Tx,
  messages: readonly NewMessage[],
  placements: readonly Placement[],
): Promise<Map<number, Message>> {
  const repeated = placements.flatMap((placement, index) =>
    placement.kind === 'SENT_BEFORE'
      ? [
          {
            index,
            conversationId: messages[index]?.conversationId ?? '',
            sequence: placement.sequence,
          },
        ]
      : [],
  );
  if (repeated.length === 0) return new Map();
  const found = await findMessages(tx, repeated);
  return new Map(
    repeated.flatMap(({ index, conversationId, sequence }) => {
      const message = found.find(
        (one) => one.conversationId === conversationId && one.sequence === sequence,
      );
      return message === undefined ? [] : [[index, message]];
    }),
  );
}
