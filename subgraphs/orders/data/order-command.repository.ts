import { sql } from 'kysely';
import type { Db, Tx } from './tables.ts';

export const COMMAND_TTL_MS = 24 * 60 * 60_000;

export interface CommandKey {
  userId: string;
  key: string;
  /** What is asked: the same key with another content is a conflict. */
  content: string;
}

export type Begun =
  /** It is for the caller to do, and to answer in the same transaction. */
  { state: 'NEW' } | { state: 'ANSWERED'; answer: unknown } | { state: 'CONFLICT' };

/**
 * Takes a key for this transaction. Another one that has it is waited for: when it commits its answer is told,
 * when it fails the key is free.
 */
export async function beginCommand(tx: Tx, command: CommandKey, now: Date): Promise<Begun> {
  const { userId, key, content } = command;
  const expiredBefore = new Date(now.getTime() - COMMAND_TTL_MS);
  const { rows } = await sql`
    insert into order_command (user_id, key, content, created_at)
    values (${userId}, ${key}, ${content}, ${now})
    on conflict (user_id, key) do update
    set content = excluded.content, answer = null, created_at = excluded.created_at
    where order_command.created_at < ${expiredBefore}
    returning key
  `.execute(tx);
  if (rows.length > 0) return { state: 'NEW' };

  const row = await tx
    .selectFrom('order_command')
    .select(['content', 'answer'])
    .where('user_id', '=', userId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  return row.content === content
    ? { state: 'ANSWERED', answer: row.answer }
    : { state: 'CONFLICT' };
}

/** In the transaction that began it. */
export async function answerCommand(
  tx: Tx,
  { userId, key }: CommandKey,
  answer: unknown,
): Promise<void> {
  await tx
    .updateTable('order_command')
    .set({ answer: JSON.stringify(answer) })
    .where('user_id', '=', userId)
    .where('key', '=', key)
    .execute();
}

/** Forgets a day's old keys, so many at most; answers how many they were. */
export async function purgeCommands(db: Db, now: Date, limit: number): Promise<number> {
  const expiredBefore = new Date(now.getTime() - COMMAND_TTL_MS);
  const { numAffectedRows = 0n } = await sql`
    delete from order_command where (user_id, key) in (
      select user_id, key from order_command where created_at < ${expiredBefore} limit ${limit}
    )
  `.execute(db);
  return Number(numAffectedRows);
}
