import { sql } from 'kysely';
import type { Message } from '../domain/message.ts';
import { IS_OPEN } from './people.repository.ts';
import type { Db, Tx } from './tables.ts';

export const MESSAGE_COLUMNS = sql.raw(`
  conversation_id as "conversationId", sequence, sender_id as "senderId", client_id as "clientId",
  type, text, media, reply_to_sequence as "replyToSequence", coalesce(reactions, '{}') as reactions,
  created_at as "createdAt", edited_at as "editedAt", deleted_at as "deletedAt"`);

/** Which messages: each a conversation and a sequence. */
export interface MessageKey {
  conversationId: string;
  sequence: number;
}

export async function findMessages(db: Db, keys: readonly MessageKey[]): Promise<Message[]> {
  const { rows } = await sql<Message>`
    select ${MESSAGE_COLUMNS} from message
    where (conversation_id, sequence) in (
      select * from unnest(
        ${keys.map(({ conversationId }) => conversationId)}::uuid[],
        ${keys.map(({ sequence }) => sequence)}::integer[]
      )
    )
  `.execute(db);
  return rows;
}

/** Newest first, up to `limit`. */
export async function listMessages(
  db: Db,
  conversationId: string,
  range: { before: number | undefined; after: number },
  limit: number,
): Promise<Message[]> {
  const { before, after } = range;
  const { rows } = await sql<Message>`
    select ${MESSAGE_COLUMNS} from message
    where conversation_id = ${conversationId} and sequence > ${after}
      ${before === undefined ? sql`` : sql`and sequence < ${before}`}
    order by sequence desc
    limit ${limit}
  `.execute(db);
  return rows;
}

/** Of one of the user's conversations: oldest first, up to `limit`, those after a sequence and up to another. */
export async function listMissed(
  db: Db,
  userId: string,
  conversationId: string,
  after: number,
  upTo: number,
  limit: number,
): Promise<Message[]> {
  const { rows } = await sql<Message>`
    select ${MESSAGE_COLUMNS} from message
    where conversation_id = ${conversationId} and sequence > ${after} and sequence <= ${upTo}
      and exists (
        select from conversation_member own
        where own.user_id = ${userId} and own.conversation_id = ${conversationId} and ${IS_OPEN}
      )
    order by sequence
    limit ${limit}
  `.execute(db);
  return rows;
}

/** One message of a conversation, held until the end of the transaction. */
export async function lockMessage(
  tx: Tx,
  { conversationId, sequence }: MessageKey,
): Promise<Message | undefined> {
  const { rows } = await sql<Message>`
    select ${MESSAGE_COLUMNS} from message
    where conversation_id = ${conversationId} and sequence = ${sequence}
    for update
  `.execute(tx);
  return rows[0];
}

export async function updateMessage(tx: Tx, message: Message): Promise<void> {
  await tx
    .updateTable('message')
    .set({
      text: message.text,
      reactions: JSON.stringify(message.reactions),
      edited_at: message.editedAt,
      deleted_at: message.deletedAt,
    })
    .where('conversation_id', '=', message.conversationId)
    .where('sequence', '=', message.sequence)
    .execute();
}
