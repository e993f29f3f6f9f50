import { sql } from 'kysely';
import type { Db, Tx } from './tables.ts';

export interface Waiting {
  userId: string;
  conversationId: string;
  senderId: string;
  firstSequence: number;
  lastSequence: number;
}

/**
 * Puts messages into the queues of those who are away; one row gathers what waits of one conversation. What has been
 * delivered since is left out, so that an event that comes again or late wakes nobody.
 */
export async function enqueueAway(db: Db, waiting: readonly Waiting[], dueAt: Date): Promise<void> {
  if (waiting.length === 0) return;
  await sql`
    insert into away_queue as queued
      (user_id, conversation_id, sender_id, first_sequence, last_sequence, due_at)
    select member.user_id, member.conversation_id, member.other_user_id,
      min(asked.first_sequence), max(asked.last_sequence), ${dueAt}::timestamptz
    from unnest(
      ${waiting.map(({ userId }) => userId)}::uuid[],
      ${waiting.map(({ conversationId }) => conversationId)}::uuid[],
      ${waiting.map(({ firstSequence }) => firstSequence)}::integer[],
      ${waiting.map(({ lastSequence }) => lastSequence)}::integer[]
    ) as asked (user_id, conversation_id, first_sequence, last_sequence)
    join conversation_member member using (user_id, conversation_id)
    where member.delivered_sequence < asked.last_sequence
    group by member.user_id, member.conversation_id, member.other_user_id
    order by member.user_id, member.conversation_id
    on conflict (user_id, conversation_id) do update set
      first_sequence = least(queued.first_sequence, excluded.first_sequence),
      last_sequence = greatest(queued.last_sequence, excluded.last_sequence)
  `.execute(db);
}

/** What waits for people who were there a moment ago: sent while nobody knew yet that they had gone. */
export async function listUndelivered(db: Db, userIds: readonly string[]): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select member.user_id as "userId", member.conversation_id as "conversationId",
      member.other_user_id as "senderId", member.delivered_sequence + 1 as "firstSequence",
      conversation.last_sequence as "lastSequence"
    from conversation_member member
    join conversation on conversation.id = member.conversation_id
    where member.user_id = any(${userIds}::uuid[]) and member.unread_count > 0
      and member.delivered_sequence < conversation.last_sequence
  `.execute(db);
  return rows;
}

/** Ends what waits up to these watermarks: the person has it. */
export async function dequeueAway(
  db: Db,
  got: readonly { userId: string; conversationId: string; sequence: number }[],
): Promise<void> {
  if (got.length === 0) return;
  await sql`
    delete from away_queue queued
    using unnest(
      ${got.map(({ userId }) => userId)}::uuid[],
      ${got.map(({ conversationId }) => conversationId)}::uuid[],
      ${got.map(({ sequence }) => sequence)}::integer[]
    ) as got (user_id, conversation_id, sequence)
    where queued.user_id = got.user_id and queued.conversation_id = got.conversation_id
      and queued.last_sequence <= got.sequence
  `.execute(db);
}

/** What is due and still waits, held until the end of the transaction; what has arrived is taken out. */
export async function lockDueAway(tx: Tx, now: Date, limit: number): Promise<Waiting[]> {
  await sql`
    delete from away_queue queued
    using conversation_member member
    where queued.due_at <= ${now}
      and member.user_id = queued.user_id and member.conversation_id = queued.conversation_id
      and member.delivered_sequence >= queued.last_sequence
  `.execute(tx);
  const { rows } = await sql<Waiting>`
    select user_id as "userId", conversation_id as "conversationId", sender_id as "senderId",
      first_sequence as "firstSequence", last_sequence as "lastSequence"
    from away_queue where due_at <= ${now}
    order by due_at
    limit ${limit}
    for update skip locked
  `.execute(tx);
  return rows;
}

/** When these are due next; null: not until the person has read what waits. */
export async function setAwayDue(
  tx: Tx,
  waiting: readonly Waiting[],
  dueAt: Date | null,
): Promise<void> {
  if (waiting.length === 0) return;
  await sql`
    update away_queue queued set due_at = ${dueAt}::timestamptz
    from unnest(
      ${waiting.map(({ userId }) => userId)}::uuid[],
      ${waiting.map(({ conversationId }) => conversationId)}::uuid[]
    ) as done (user_id, conversation_id)
    where queued.user_id = done.user_id and queued.conversation_id = done.conversation_id
  `.execute(tx);
}
