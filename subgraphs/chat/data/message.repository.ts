import { sql } from 'kysely';
import type { Message } from '../domain/message.ts';
import type { NewMessage, SentBefore } from '../domain/number-messages.ts';
import { sendKey } from '../domain/number-messages.ts';
import { IS_OPEN } from './people.repository.ts';
import type { Db, Tx } from './tables.ts';

export const MESSAGE_COLUMNS = sql.raw(`
  conversation_id as "conversationId", sequence, sender_id as "senderId", client_id as "clientId",
  type, text, media, reply_to_sequence as "replyToSequence", coalesce(reactions, '{}') as reactions,
  created_at as "createdAt", edited_at as "editedAt", deleted_at as "deletedAt"`);

/** What these senders have sent under these client ids already, by `sendKey`. */
export async function findSentBefore(
  tx: Tx,
  messages: readonly NewMessage[],
): Promise<Map<string, SentBefore>> {
  const { rows } = await sql<Message>`
    select ${MESSAGE_COLUMNS} from message
    where (conversation_id, sender_id, client_id) in (
      select * from unnest(
        ${messages.map(({ conversationId }) => conversationId)}::uuid[],
        ${messages.map(({ senderId }) => senderId)}::uuid[],
        ${messages.map(({ clientId }) => clientId)}::uuid[]
      )
    )
  `.execute(tx);
  return new Map(
    rows.map((message) => {
      const { sequence, replyToSequence, editedAt, deletedAt } = message;
      const isChanged = editedAt !== null || deletedAt !== null;
      return [
        sendKey(message),
        {
          sequence,
          isChanged,
          text: message.text,
          media: message.media && JSON.stringify(message.media),
          mediaId: message.media?.id ?? null,
          replyToSequence,
        },
      ];
    }),
  );
}

export async function insertMessages(tx: Tx, messages: readonly Message[]): Promise<void> {
  await sql`
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
