import { sql } from 'kysely';
import type { Tx } from '../tables.ts';

/**
 * Until the transaction ends nobody else rebuilds, corrects or archives this board. Each of them reads
 * history and then writes what it read: without the lock, the one that read first may write last.
 */
export async function lockBoard(tx: Tx, board: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`board:${board}`}, 0))`.execute(tx);
}

/** A board of all time reads the whole history; who waits for its lock waits as long. */
const TIMEOUT_MS = 1_800_000;

export async function allowLongStatements(tx: Tx): Promise<void> {
  await sql`
    select set_config('statement_timeout', ${String(TIMEOUT_MS)}, true),
      set_config('idle_in_transaction_session_timeout', ${String(TIMEOUT_MS)}, true)
  `.execute(tx);
}

/** Whether another session waits for a lock of this one's. */
export async function doesSomebodyWait(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ isWaitedFor: boolean }>`
    select exists (
      select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))
    ) as "isWaitedFor"
  `.execute(tx);
  return rows[0]?.isWaitedFor === true;
}
