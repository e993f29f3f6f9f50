import { setTimeout as delay } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';

const POLL_MS = 5;

/** Sessions of this database that wait for what another one holds; other databases of the server have such of their own. */
export async function countBlocked<Tables>(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'
  `.execute(db);
  return rows[0]?.count ?? 0;
}

/** Resolves when at least so many wait. */
export async function untilBlocked<Tables>(db: Kysely<Tables>, sessions = 1): Promise<void> {
  while ((await countBlocked(db)) < sessions) await delay(POLL_MS);
}
