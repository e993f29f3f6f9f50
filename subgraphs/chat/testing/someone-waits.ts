import { sql } from 'kysely';
import type { Talk } from './talk.ts';

/** Resolves when a transaction waits for a lock that another one holds. */
export async function someoneWaits(db: Talk['db']): Promise<void> {
  for (;;) {
    const { rows } = await sql`
      select from pg_locks where not granted and database = (
        select oid from pg_database where datname = current_database()
      ) or (not granted and locktype = 'transactionid')
    `.execute(db);
    if (rows.length > 0) return;
  }
}
