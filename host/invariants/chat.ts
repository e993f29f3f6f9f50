import type { Invariant, Range } from './invariant.ts';
import { rowCheck } from './row-check.ts';

const ID_TIME_DIGITS = 12;

/** The moment at which the range begins, which the first 48 bits of its least UUIDv7 are; 1970 when all is looked at. */
const begin = ({ sinceId }: Range) => [
  new Date(Number.parseInt(sinceId.replaceAll('-', '').slice(0, ID_TIME_DIGITS), 16)),
];

/** Conversations in which something has happened since; all of each of them is looked at. */
const ACTIVE = `id in (select conversation_id from conversation_member where last_activity_at >= $1)`;

const MESSAGES = `from (select * from conversation where ${ACTIVE}) as c
  cross join lateral (
    select count(*) as messages, coalesce(min(sequence), 0) as first, coalesce(max(sequence), 0) as last,
      count(*) filter (where sender_id not in (c.low_user_id, c.high_user_id)) as strangers
    from message where conversation_id = c.id
  ) as told`;

const MEMBERS = `from conversation_member m join conversation c on c.id = m.conversation_id
  where m.last_activity_at >= $1`;

/** What has to hold of conversations by themselves. */
export const chatInvariants: readonly Invariant[] = [
  rowCheck({
    name: 'chat-sequences',
    says: 'the messages of a conversation are numbered from 1 to its last, without a gap',
    database: 'chat',
    rows: MESSAGES,
    isBroken: `told.messages <> c.last_sequence or told.last <> c.last_sequence
      or told.first <> least(1, c.last_sequence)`,
    subject: 'c.id',
    text: `format('%s messages from %s to %s, the last is said to be %s', told.messages, told.first, told.last, c.last_sequence)`,
    values: begin,
  }),
  rowCheck({
    name: 'chat-senders',
    says: 'a message is of one of the two',
    database: 'chat',
    rows: MESSAGES,
    isBroken: 'told.strangers > 0',
    subject: 'c.id',
    text: `format('%s messages of strangers', told.strangers)`,
    values: begin,
  }),
  rowCheck({
    name: 'chat-pairs',
    says: 'two people have one conversation',
    database: 'chat',
    rows: `from (
        select low_user_id as low, high_user_id as high, count(*) as conversations
        from conversation group by low_user_id, high_user_id
      ) as pair`,
    isBroken: 'pair.conversations > 1 or pair.low >= pair.high',
    subject: `pair.low || ' ' || pair.high`,
    text: `format('%s conversations', pair.conversations)`,
    values: () => [],
  }),
  rowCheck({
    name: 'chat-members',
    says: 'the two of a conversation see it, each with the other, and nobody else',
    database: 'chat',
    rows: `from (select * from conversation where ${ACTIVE}) as c
      cross join lateral (
        select count(*) as members, count(*) filter (
          where (user_id, other_user_id) in ((c.low_user_id, c.high_user_id), (c.high_user_id, c.low_user_id))
        ) as right_ones
        from conversation_member where conversation_id = c.id
      ) as seen`,
    isBroken: 'seen.members <> 2 or seen.right_ones <> 2',
    subject: 'c.id',
    text: `format('%s members, %s of them the right ones', seen.members, seen.right_ones)`,
    values: begin,
  }),
  rowCheck({
    name: 'chat-watermarks',
    says: 'nobody has read what was not delivered, or has what was not sent',
    database: 'chat',
    rows: MEMBERS,
    isBroken: 'm.read_sequence > m.delivered_sequence or m.delivered_sequence > c.last_sequence',
    subject: `m.user_id || ' in ' || m.conversation_id`,
    text: `format('read %s, delivered %s, last %s', m.read_sequence, m.delivered_sequence, c.last_sequence)`,
    values: begin,
  }),
  rowCheck({
    name: 'chat-unread',
    says: 'unread are the messages of the other side that were not read',
    database: 'chat',
    rows: `from (select * from conversation_member where last_activity_at >= $1) as m
      cross join lateral (
        select count(*) as messages from message
        where conversation_id = m.conversation_id and sequence > m.read_sequence
          and sender_id <> m.user_id
      ) as unread`,
    isBroken: 'm.unread_count <> unread.messages',
    subject: `m.user_id || ' in ' || m.conversation_id`,
    text: `format('%s counted, %s are there', m.unread_count, unread.messages)`,
    values: begin,
  }),
  rowCheck({
    name: 'chat-words',
    says: 'what is written can be found, and what was deleted cannot',
    database: 'chat',
    isEventual: true,
    rows: `from message m left join message_word w using (conversation_id, sequence)
      where m.created_at >= $1`,
    isBroken: `(m.text is null) <> (w.words is null)
      or (m.edited_at is not null and w.words <> to_tsvector('simple', m.text))`,
    subject: `m.conversation_id || ' ' || m.sequence`,
    text: `case when m.text is null then 'deleted, and found' when w.words is null then 'not found' else 'found by what it said before' end`,
    values: begin,
  }),
  rowCheck({
    name: 'chat-away',
    says: 'what waits for somebody was sent, and has not reached them',
    database: 'chat',
    isEventual: true,
    rows: `from away_queue q
      left join conversation_member m using (user_id, conversation_id)
      left join conversation c on c.id = q.conversation_id`,
    isBroken: `m.user_id is null or q.last_sequence > c.last_sequence
      or q.last_sequence <= m.delivered_sequence`,
    subject: `q.user_id || ' in ' || q.conversation_id`,
    text: `format('waits up to %s, delivered %s', q.last_sequence, m.delivered_sequence)`,
    values: () => [],
  }),
];
