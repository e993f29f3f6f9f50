import { sql } from 'kysely';
import type { HeldConversation } from '../domain/number-messages.ts';
import { findBlockedPairs, IS_OPEN } from './people.repository.ts';
import { lockConversationRows } from './send.repository.ts';
import type { Db, Tx } from './tables.ts';

/** A conversation as one of the two sees it. */
export interface Conversation {
  id: string;
  userId: string;
  otherUserId: string;
  lastSequence: number;
  unreadCount: number;
  lastActivityAt: Date;
  createdAt: Date;
}

const COLUMNS = sql.raw(`
  conversation.id, own.user_id as "userId", own.other_user_id as "otherUserId",
  conversation.last_sequence as "lastSequence", own.unread_count as "unreadCount",
  own.last_activity_at as "lastActivityAt", conversation.created_at as "createdAt"`);

/** Those of one user, by id. */
export async function findConversations(
  db: Db,
  userId: string,
  ids: readonly string[],
): Promise<Conversation[]> {
  const { rows } = await sql<Conversation>`
    select ${COLUMNS}
    from conversation_member own join conversation on conversation.id = own.conversation_id
    where own.user_id = ${userId} and own.conversation_id = any(${ids}::uuid[]) and ${IS_OPEN}
  `.execute(db);
  return rows;
}

/** Those of one user, the most recently active first, up to `limit`. */
export async function listConversations(
  db: Db,
  userId: string,
  before: { lastActivityAt: Date; id: string } | undefined,
  limit: number,
): Promise<Conversation[]> {
  const { rows } = await sql<Conversation>`
    select ${COLUMNS}
    from conversation_member own join conversation on conversation.id = own.conversation_id
    where own.user_id = ${userId} and ${IS_OPEN}
      ${before === undefined ? sql`` : sql`and (own.last_activity_at, own.conversation_id) < (${before.lastActivityAt}, ${before.id}::uuid)`}
    order by own.last_activity_at desc, own.conversation_id desc
    limit ${limit}
  `.execute(db);
  return rows;
}

/** Where a conversation of a user stands. */
export interface Position {
  userId: string;
  conversationId: string;
  lastSequence: number;
}

/** All conversations of users who come back, those of least recent activity first. */
export async function listPositions(db: Db, userIds: readonly string[]): Promise<Position[]> {
  const { rows } = await sql<Position>`
    select own.user_id as "userId", conversation.id as "conversationId",
      conversation.last_sequence as "lastSequence"
    from conversation_member own join conversation on conversation.id = own.conversation_id
    where own.user_id = any(${userIds}::uuid[])
    order by own.last_activity_at, own.conversation_id
  `.execute(db);
  return rows;
}

export async function countUnread(db: Db, userId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select coalesce(sum(unread_count), 0)::integer as count
    from conversation_member own where own.user_id = ${userId} and ${IS_OPEN}
  `.execute(db);
  return rows[0]?.count ?? 0;
}

/**
 * The conversation of two people: of many that start it at once one makes it, and the others find it.
 * `id` is that of a new one.
 */
export async function ensureConversation(
  tx: Tx,
  id: string,
  userIds: readonly [string, string],
  now: Date,
): Promise<string> {
  const [low, high] = userIds.toSorted() as [string, string];
  const { rows } = await sql<{ id: string }>`
    insert into conversation (id, low_user_id, high_user_id, created_at)
    values (${id}, ${low}, ${high}, ${now})
    on conflict on constraint conversation_pair_key do nothing
    returning id
  `.execute(tx);
  if (rows.length > 0) {
    await sql`
      insert into conversation_member (user_id, conversation_id, other_user_id, last_activity_at)
      values (${low}, ${id}, ${high}, ${now}), (${high}, ${id}, ${low}, ${now})
    `.execute(tx);
    return id;
  }
  const existing = await tx
    .selectFrom('conversation')
    .select('id')
    .where('low_user_id', '=', low)
    .where('high_user_id', '=', high)
    .executeTakeFirstOrThrow();
  return existing.id;
}

/** Holds conversations until the end of the transaction, and tells which of them are blocked. */
export async function lockConversations(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, HeldConversation>> {
  const rows = await lockConversationRows(tx, ids);
  // A statement of its own, so that it sees a block that was set while the first one waited.
  const blocked = await findBlockedPairs(
    tx,
    rows.map(({ userIds }) => userIds),
  );
  return new Map(
    rows.map((row, index) => [row.id, { ...row, isBlocked: blocked[index] === true }]),
  );
}

/** The other side of each, in this order; undefined where there is no such conversation, or a block. */
export async function findPartners(
  db: Db,
  of: readonly { userId: string; conversationId: string }[],
): Promise<(string | undefined)[]> {
  const { rows } = await sql<{ otherId: string | null }>`
    select own.other_user_id as "otherId"
    from unnest(
      ${of.map(({ userId }) => userId)}::uuid[],
      ${of.map(({ conversationId }) => conversationId)}::uuid[]
    ) with ordinality as asked (user_id, conversation_id, position)
    left join conversation_member own
      on own.user_id = asked.user_id and own.conversation_id = asked.conversation_id
      and not exists (
        select from blocked_user
        where (user_id = own.user_id and blocked_id = own.other_user_id)
          or (user_id = own.other_user_id and blocked_id = own.user_id)
      )
    order by asked.position
  `.execute(db);
  return rows.map(({ otherId }) => otherId ?? undefined);
}

/** The two of a conversation; nobody when there is none. */
export async function findUserIds(db: Db, conversationId: string): Promise<string[]> {
  const row = await db
    .selectFrom('conversation')
    .select(['low_user_id', 'high_user_id'])
    .where('id', '=', conversationId)
    .executeTakeFirst();
  return row === undefined ? [] : [row.low_user_id, row.high_user_id];
}
