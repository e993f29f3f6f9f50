import { sql } from 'kysely';
import type { Db, Tx } from './tables.ts';

/**
 * Of a row of `conversation_member` that is called `own`: whoever was blocked by the other side finds the conversation no
 * more, until the block ends. The side that has blocked goes on reading it.
 */
export const IS_OPEN = sql.raw(`not exists (
  select from blocked_user where user_id = own.other_user_id and blocked_id = own.user_id
)`);

/** In whose address book, newest first. */
export async function listContacts(db: Db, userId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('contact')
    .select('contact_id')
    .where('user_id', '=', userId)
    .orderBy('created_at', 'desc')
    .orderBy('contact_id')
    .execute();
  return rows.map(({ contact_id }) => contact_id);
}

/** False when there are `limit` already; true also when the contact was there before. */
export async function insertContact(
  tx: Tx,
  userId: string,
  contactId: string,
  limit: number,
  now: Date,
): Promise<boolean> {
  // One at a time for each user, so that two at once cannot both be the last.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`contact:${userId}`}, 0))`.execute(tx);
  const contacts = await listContacts(tx, userId);
  if (contacts.includes(contactId)) return true;
  if (contacts.length >= limit) return false;
  await tx
    .insertInto('contact')
    .values({ user_id: userId, contact_id: contactId, created_at: now })
    .execute();
  return true;
}

export async function deleteContact(db: Db, userId: string, contactId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('contact')
    .where('user_id', '=', userId)
    .where('contact_id', '=', contactId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Newest first. */
export async function listBlocked(db: Db, userId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('blocked_user')
    .select('blocked_id')
    .where('user_id', '=', userId)
    .orderBy('created_at', 'desc')
    .orderBy('blocked_id')
    .execute();
  return rows.map(({ blocked_id }) => blocked_id);
}

/**
 * Ends what the two can send each other. Holds their conversation, so that every message of it lies before
 * or after the block.
 */
export async function insertBlock(
  tx: Tx,
  userId: string,
  blockedId: string,
  now: Date,
): Promise<void> {
  const [low, high] = [userId, blockedId].toSorted();
  await sql`
    select from conversation where low_user_id = ${low} and high_user_id = ${high} for update
  `.execute(tx);
  await tx
    .insertInto('blocked_user')
    .values({ user_id: userId, blocked_id: blockedId, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteBlock(db: Db, userId: string, blockedId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('blocked_user')
    .where('user_id', '=', userId)
    .where('blocked_id', '=', blockedId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Which of these pairs cannot send each other anything. */
export async function findBlockedPairs(
  db: Db,
  pairs: readonly (readonly [string, string])[],
): Promise<boolean[]> {
  const { rows } = await sql<{ isBlocked: boolean }>`
    select exists (
      select from blocked_user
      where (user_id = pair.one and blocked_id = pair.other)
        or (user_id = pair.other and blocked_id = pair.one)
    ) as "isBlocked"
    from unnest(
      ${pairs.map(([one]) => one)}::uuid[],
      ${pairs.map(([, other]) => other)}::uuid[]
    ) with ordinality as pair (one, other, position)
    order by pair.position
  `.execute(db);
  return rows.map(({ isBlocked }) => isBlocked);
}

export async function insertReport(
  db: Db,
  report: {
    id: string;
    conversationId: string;
    sequence: number;
    reportedBy: string;
    reason: string;
    createdAt: Date;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('message_report')
    .values({
      id: report.id,
      conversation_id: report.conversationId,
      sequence: report.sequence,
      reported_by: report.reportedBy,
      reason: report.reason,
      created_at: report.createdAt,
      resolved_at: null,
      resolved_by: null,
      resolution: null,
    })
    .onConflict((conflict) => conflict.constraint('message_report_once').doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
