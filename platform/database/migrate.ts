import { readdir, readFile } from 'node:fs/promises';
import { sql, type Kysely } from 'kysely';

/** Any constant will do, as long as all processes use the same. */
const MIGRATION_LOCK = 4_711_001;

/**
 * Runs the `.sql` files of the folders, in the order of the folders and of their names, that this
 * database has not seen. Forward only, under a lock, so that many processes may start at once; each
 * file in a transaction of its own with its record. Returns the names of the files that ran.
 */
export async function migrate<Tables>(
  db: Kysely<Tables>,
  folders: readonly URL[],
): Promise<string[]> {
  const files = await listMigrations(folders);

  return db.connection().execute(async (connection) => {
    // Waiting for another process, or rewriting a large table, takes longer than any request may.
    await sql`set statement_timeout = 0`.execute(connection);
    try {
      await sql`select pg_advisory_lock(${MIGRATION_LOCK})`.execute(connection);
      await sql`create table if not exists migration (
        name text primary key,
        applied_at timestamptz not null default now()
      )`.execute(connection);
      const { rows } = await sql<{ name: string }>`select name from migration`.execute(connection);
      const seen = new Set(rows.map(({ name }) => name));

      const pending = files.filter(({ name }) => !seen.has(name));
      for (const { name, url } of pending) {
        const source = await readFile(url, 'utf8');
        await connection.transaction().execute(async (tx) => {
          await sql.raw(source).execute(tx);
          await sql`insert into migration (name) values (${name})`.execute(tx);
        });
      }
      return pending.map(({ name }) => name);
    } finally {
      await sql`select pg_advisory_unlock(${MIGRATION_LOCK})`.execute(connection);
      await sql`reset statement_timeout`.execute(connection);
    }
  });
}

export interface Migration {
  name: string;
  url: URL;
}

/** A migration is known by its file name, so two folders may not hold the same one. */
export async function listMigrations(folders: readonly URL[]): Promise<Migration[]> {
  const files: Migration[] = [];
  for (const folder of folders) {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
    for (const name of names) {
      if (files.some((file) => file.name === name)) {
        throw new Error(`two migrations are called ${name}: rename the one in ${folder.pathname}`);
      }
      files.push({ name, url: new URL(name, folder) });
    }
  }
  return files;
}
