import { sql } from 'kysely';
import type { Message } from '../domain/message.ts';
import {
  sendKey,
  type HeldConversation,
  type NewMessage,
  type SentBefore,
} from '../domain/number-messages.ts';
import { MESSAGE_COLUMNS } from './message.repository.ts';
import type { Tx } from './tables.ts';

// Sending is what chat does most, and what it costs are round trips: a group of messages takes four statements between
// `begin` and `commit`, however many there are.

/** Without whether they are blocked: that is looked for when they are held. */
export type LockedConversation = Omit<HeldConversation, 'isBlocked'>;

/** Holds conversations until the end of the transaction: places in them are given by one at a time. */
export async function lockConversationRows(
  tx: Tx,
  ids: readonly string[],
): Promise<LockedConversation[]> {
  // In the order of ids, so that two groups with the same conversations cannot deadlock.
  const { rows } = await sql<{ id: string; low: string; high: string; lastSequence: number }>`
    select id, low_user_id as low, high_user_id as high, last_sequence as "lastSequence"
    from conversation
    where id = any(${ids}::uuid[])
    order by id
    for update
  `.execute(tx);
  return rows.map(({ id, low, high, lastSequence }) => ({
    id,
    userIds: [low, high],
    lastSequence,
  }));
}

/**
 * Which of these conversations are closed by a block, and what these senders have sent under these client ids already,
 * by `sendKey`. A statement of its own, so that it sees what was set while the lock was waited for.
 */
export async function findBlockedAndSent(
  tx: Tx,
  conversations: readonly LockedConversation[],
  messages: readonly NewMessage[],
): Promise<{ blocked: ReadonlySet<string>; sentBefore: Map<string, SentBefore> }> {
  const { rows } = await sql<Message & { isBlock: boolean }>`
    select ${MESSAGE_COLUMNS}, false as "isBlock" from message
    where (conversation_id, sender_id, client_id) in (
      select * from unnest(
        ${messages.map(({ conversationId }) => conversationId)}::uuid[],
        ${messages.map(({ senderId }) => senderId)}::uuid[],
        ${messages.map(({ clientId }) => clientId)}::uuid[]
      )
    )
    union all
    select pair.id, null, null, null, null, null, null, null, null, null, null, null, true
    from unnest(
      ${conversations.map(({ id }) => id)}::uuid[],
      ${conversations.map(({ userIds: [low] }) => low)}::uuid[],
      ${conversations.map(({ userIds: [, high] }) => high)}::uuid[]
    ) as pair (id, low, high)
    where exists (
      select from blocked_user
      where (user_id = pair.low and blocked_id = pair.high)
        or (user_id = pair.high and blocked_id = pair.low)
    )
  `.execute(tx);
  const sent = rows.filter(({ isBlock }) => !isBlock);
  return {
    blocked: new Set(
      rows.flatMap(({ isBlock, conversationId }) => (isBlock ? conversationId : [])),
    ),
    sentBefore: new Map(sent.map((message) => [sendKey(message), toSentBefore(message)])),
  };
}

const toSentBefore = (message: Message): SentBefore => ({
  sequence: message.sequence,
  isChanged: message.editedAt !== null || message.deletedAt !== null,
  text: message.text,
  mediaId: message.media?.id ?? null,
  replyToSequence: message.replyToSequence,
});

/** Messages that came to a conversation together. */
export interface Arrival {
  conversationId: string;
  lastSequence: number;
  /** How many each of the two has sent. */
  sentBy: ReadonlyMap<string, number>;
}

/** Stores messages, moves the ends of their conversations, and counts for each side what the other has sent. */
export async function storeMessages(
  tx: Tx,
  messages: readonly Message[],
  arrivals: readonly Arrival[],
  conversations: ReadonlyMap<string, LockedConversation>,
  now: Date,
): Promise<void> {
  const members = arrivals.flatMap(({ conversationId, sentBy }) => {
    const [low = '', high = ''] = conversations.get(conversationId)?.userIds ?? [];
    return [
      { conversationId, userId: low, unread: sentBy.get(high) ?? 0 },
      { conversationId, userId: high, unread: sentBy.get(low) ?? 0 },
    ];
  });
  await sql`
    with moved as (
      update conversation set last_sequence = arrival.last_sequence
      from unnest(
        ${arrivals.map(({ conversationId }) => conversationId)}::uuid[],
        ${arrivals.map(({ lastSequence }) => lastSequence)}::integer[]
      ) as arrival (id, last_sequence)
      where conversation.id = arrival.id
    ), counted as (
      update conversation_member member
      set unread_count = unread_count + arrival.unread, last_activity_at = ${now}
      from unnest(
        ${members.map(({ userId }) => userId)}::uuid[],
        ${members.map(({ conversationId }) => conversationId)}::uuid[],
        ${members.map(({ unread }) => unread)}::integer[]
      ) as arrival (user_id, conversation_id, unread)
      where member.user_id = arrival.user_id and member.conversation_id = arrival.conversation_id
    )
    insert into message (
      conversation_id, sequence, sender_id, client_id, type, text, media, reply_to_sequence, created_at
    )
    select * from unnest(
      ${messages.map(({ conversationId }) => conversationId)}::uuid[],
      ${messages.map(({ sequence }) => sequence)}::integer[],
      ${messages.map(({ senderId }) => senderId)}::uuid[],
      ${messages.map(({ clientId }) => clientId)}::uuid[],
      ${messages.map(({ type }) => type)}::text[],
      ${messages.map(({ text }) => text)}::text[],
      ${messages.map(({ media }) => media && JSON.stringify(media))}::jsonb[],
      ${messages.map(({ replyToSequence }) => replyToSequence)}::integer[],
      ${messages.map(({ createdAt }) => createdAt)}::timestamptz[]
    )
  `.execute(tx);
}
