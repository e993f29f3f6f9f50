import { sql } from 'kysely';
import type { Message } from '../domain/message.ts';
import { MARK_END, MARK_START, readMarks, type SearchFilter } from '../domain/search.ts';
import { MESSAGE_COLUMNS, type MessageKey } from './message.repository.ts';
import { IS_OPEN } from './people.repository.ts';
import type { Db } from './tables.ts';

/** No stemming: people write in many languages, and a word may be looked for by its beginning. */
const CONFIG = sql.raw(`'simple'`);
/** Of one user, those of most recent activity. */
const MAX_CONVERSATIONS = 2_000;
/** Only so many of the newest matches are ranked. */
const MAX_CANDIDATES = 500;

export interface MessageMatch {
  message: Message;
  rank: number;
  highlights: readonly { start: number; length: number }[];
}

/** Where a page begins. */
export interface AfterMatch {
  rank: number;
  createdAt: Date;
  conversationId: string;
  sequence: number;
}

/**
 * What a user's own conversations have, the best first. One conversation after the other is looked into, so that
 * what others write costs nothing: a conversation's words are one part of one partition's index.
 */
export async function searchMessages(
  db: Db,
  userId: string,
  filter: SearchFilter,
  after: AfterMatch | undefined,
  limit: number,
): Promise<MessageMatch[]> {
  const { words, conversationId, senderId, type, from, before } = filter;
  // The last word may go on.
  const query = sql`(plainto_tsquery(${CONFIG}, ${words ?? ''})::text || ':*')::tsquery`;
  const filters = sql`
    message.deleted_at is null
    ${senderId === undefined ? sql`` : sql`and message.sender_id = ${senderId}`}
    ${type === undefined ? sql`` : sql`and message.type = ${type}`}
    ${from === undefined ? sql`` : sql`and message.created_at >= ${from}`}
    ${before === undefined ? sql`` : sql`and message.created_at < ${before}`}
  `;
  const found =
    words === undefined
      ? sql`
          select message.*, 0::float8 as rank from message
          where message.conversation_id = own.conversation_id and ${filters}
          order by message.sequence desc limit ${MAX_CANDIDATES}`
      : sql`
          select message.*, ts_rank(word.words, query)::float8 as rank
          from message_word word
          join message on message.conversation_id = word.conversation_id and message.sequence = word.sequence
          where word.conversation_id = own.conversation_id and word.words @@ query and ${filters}
          order by message.sequence desc limit ${MAX_CANDIDATES}`;

  const { rows } = await sql<Message & { rank: number; marked: string | null }>`
    with candidate as (
      select found.*
      from ${words === undefined ? sql`(select null::tsquery as query)` : sql`(select ${query} as query)`} as asked
      cross join (
        select conversation_id from conversation_member own
        where user_id = ${userId} and ${IS_OPEN}
          ${conversationId === undefined ? sql`` : sql`and conversation_id = ${conversationId}`}
        order by last_activity_at desc
        limit ${MAX_CONVERSATIONS}
      ) as own
      cross join lateral (${found}) as found
      order by found.created_at desc, found.conversation_id, found.sequence desc
      limit ${MAX_CANDIDATES}
    ), page as (
      select * from candidate
      ${after === undefined ? sql`` : sql`where (rank, created_at, conversation_id, sequence) < (${after.rank}::float8, ${after.createdAt}::timestamptz, ${after.conversationId}::uuid, ${after.sequence}::integer)`}
      order by rank desc, created_at desc, conversation_id desc, sequence desc
      limit ${limit}
    )
    select ${MESSAGE_COLUMNS}, rank,
      ${words === undefined ? sql`null` : sql`ts_headline(${CONFIG}, translate(text, ${MARK_START + MARK_END}, '  '), ${query}, ${`StartSel=${MARK_START}, StopSel=${MARK_END}, HighlightAll=true`})`} as marked
    from page
    order by rank desc, created_at desc, conversation_id desc, sequence desc
  `.execute(db);
  return rows.map(({ rank, marked, ...message }) => ({
    message,
    rank,
    highlights: marked === null ? [] : readMarks(marked),
  }));
}

/**
 * Makes the words of these messages what the messages say now, whatever was known of them: it may run twice, late, and
 * beside another one. Those without a text have none.
 */
export async function refreshWords(db: Db, keys: readonly MessageKey[]): Promise<void> {
  const asked = sql`unnest(
    ${keys.map(({ conversationId }) => conversationId)}::uuid[],
    ${keys.map(({ sequence }) => sequence)}::integer[]
  ) as asked (conversation_id, sequence)`;
  await sql`
    with current as (
      select distinct message.conversation_id, message.sequence, message.text
      from ${asked} join message using (conversation_id, sequence)
    ), gone as (
      delete from message_word using current
      where current.text is null and message_word.conversation_id = current.conversation_id
        and message_word.sequence = current.sequence
    )
    insert into message_word (conversation_id, sequence, words)
    select conversation_id, sequence, to_tsvector(${CONFIG}, text)
    from current where text is not null
    order by conversation_id, sequence
    on conflict (conversation_id, sequence) do update set words = excluded.words
      where message_word.words is distinct from excluded.words
  `.execute(db);
}
