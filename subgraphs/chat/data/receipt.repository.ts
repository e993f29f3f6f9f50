import { sql } from 'kysely';
import { IS_OPEN } from './people.repository.ts';
import type { Db, Tx } from './tables.ts';

/** How far one side has got and read a conversation. */
export interface Receipt {
  conversationId: string;
  userId: string;
  otherUserId: string;
  deliveredSequence: number;
  deliveredAt: Date | null;
  readSequence: number;
  readAt: Date | null;
}

const COLUMNS = sql.raw(`
  member.conversation_id as "conversationId", member.user_id as "userId",
  member.other_user_id as "otherUserId", member.delivered_sequence as "deliveredSequence",
  member.delivered_at as "deliveredAt", member.read_sequence as "readSequence",
  member.read_at as "readAt"`);

/** One that has moved. */
export interface MovedReceipt extends Receipt {
  /** Whether this side has blocked the other, who then hears of nothing. */
  hasBlocked: boolean;
}

const MOVED_COLUMNS = sql`${COLUMNS}, exists (
  select from blocked_user where user_id = member.user_id and blocked_id = member.other_user_id
) as "hasBlocked"`;

/** Of both sides of conversations. */
export async function findReceipts(db: Db, conversationIds: readonly string[]): Promise<Receipt[]> {
  const { rows } = await sql<Receipt>`
    select ${COLUMNS} from conversation_member member
    where member.conversation_id = any(${conversationIds}::uuid[])
  `.execute(db);
  return rows;
}

/** Somebody's client says up to where it has a conversation. */
export interface Acknowledgement {
  userId: string;
  conversationId: string;
  sequence: number;
}

/**
 * Moves watermarks of delivery forward, never back and never past the newest message; returns those that
 * moved. One statement however many there are.
 */
export async function moveDelivered(
  db: Db,
  acknowledgements: readonly Acknowledgement[],
  now: Date,
): Promise<MovedReceipt[]> {
  const { rows } = await sql<MovedReceipt>`
    with moved as (
      select own.user_id, own.conversation_id,
        least(acknowledged.sequence, conversation.last_sequence) as sequence
      from (
        select user_id, conversation_id, max(sequence) as sequence
        from unnest(
          ${acknowledgements.map(({ userId }) => userId)}::uuid[],
          ${acknowledgements.map(({ conversationId }) => conversationId)}::uuid[],
          ${acknowledgements.map(({ sequence }) => sequence)}::integer[]
        ) as one (user_id, conversation_id, sequence)
        group by user_id, conversation_id
      ) as acknowledged
      join conversation_member own using (user_id, conversation_id)
      join conversation on conversation.id = own.conversation_id
      where ${IS_OPEN}
      order by own.conversation_id, own.user_id
      for update of own
    )
    update conversation_member member
    set delivered_sequence = moved.sequence, delivered_at = ${now}
    from moved
    where member.user_id = moved.user_id and member.conversation_id = moved.conversation_id
      and member.delivered_sequence < moved.sequence
    returning ${MOVED_COLUMNS}
  `.execute(db);
  return rows;
}

/**
 * Moves the watermark of reading forward, and counts what is left unread; nothing when it is not moved.
 * Holds the conversation, so that no message arrives between the count and the write.
 */
export async function moveRead(
  tx: Tx,
  { userId, conversationId, sequence }: Acknowledgement,
  now: Date,
): Promise<MovedReceipt | undefined> {
  await sql`select from conversation where id = ${conversationId} for update`.execute(tx);
  const { rows } = await sql<MovedReceipt>`
    update conversation_member member
    set read_sequence = target.sequence, read_at = ${now},
      delivered_sequence = greatest(member.delivered_sequence, target.sequence),
      delivered_at = case
        when member.delivered_sequence < target.sequence then ${now}::timestamptz
        else member.delivered_at
      end,
      unread_count = (
        select count(*) from message
        where message.conversation_id = ${conversationId} and message.sequence > target.sequence
          and message.sender_id <> ${userId}
      )
    from (
      select least(${sequence}::integer, last_sequence) as sequence
      from conversation where id = ${conversationId}
    ) as target
    where member.user_id = ${userId} and member.conversation_id = ${conversationId}
      and member.read_sequence < target.sequence
    returning ${MOVED_COLUMNS}
  `.execute(tx);
  return rows[0];
}
