import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { sql, type Kysely } from 'kysely';
import { connectDatabase } from '../database/connect.ts';
import { createStore, type Store } from '../database/store.ts';
import { listMigrations, migrate } from '../database/migrate.ts';
import { silentLog } from '../telemetry/log.ts';

export interface TestDatabase<Tables> extends AsyncDisposable {
  db: Kysely<Tables>;
  store: Store<Tables>;
  /** For a second client, or a child process. */
  url: string;
}

const MESSAGING = new URL('../messaging/migrations/', import.meta.url);
const POOL_SIZE = 10;
const STATEMENT_TIMEOUT_MS = 60_000;
const TEMPLATE_LOCK = 4_711_002;

/**
 * A fresh database with these migrations (and the messaging tables) that drops itself when it leaves
 * scope: a copy of a template that is migrated once for the same content of the files.
 */
export async function testDatabase<Tables>(...folders: URL[]): Promise<TestDatabase<Tables>> {
  const server = process.env['TEST_DATABASE_URL'];
  if (server === undefined) {
    throw new Error('TEST_DATABASE_URL is not set: run through `node host/with-services.ts -- …`');
  }

  const admin = connect<unknown>(`${server}/postgres`, 1);
  const template = await ensureTemplate(admin, server, [MESSAGING, ...folders]);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await sql`create database ${sql.id(name)} template ${sql.id(template)}`.execute(admin);

  const url = `${server}/${name}`;
  const db = connect<Tables>(url, POOL_SIZE);
  return {
    db,
    store: createStore(db),
    url,
    async [Symbol.asyncDispose]() {
      await db.destroy();
      await sql`drop database ${sql.id(name)} with (force)`.execute(admin);
      await admin.destroy();
    },
  };
}

async function ensureTemplate(
  admin: Kysely<unknown>,
  server: string,
  folders: readonly URL[],
): Promise<string> {
  const files = await listMigrations(folders);
  const sources = await Promise.all(files.map(({ url }) => readFile(url, 'utf8')));
  const hash = createHash('sha1').update(sources.join('\n')).digest('hex').slice(0, 16);
  const name = `template_${hash}`;

  await admin.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${TEMPLATE_LOCK})`.execute(connection);
    try {
      const { rows } = await sql`select from pg_database where datname = ${name}`.execute(
        connection,
      );
      if (rows.length > 0) return;

      const draft = `${name}_draft`;
      await sql`drop database if exists ${sql.id(draft)} with (force)`.execute(connection);
      await sql`create database ${sql.id(draft)}`.execute(connection);
      const db = connect<unknown>(`${server}/${draft}`, 2);
      try {
        await migrate(db, folders);
      } finally {
        await db.destroy();
      }
      await sql`alter database ${sql.id(draft)} rename to ${sql.id(name)}`.execute(connection);
    } finally {
      await sql`select pg_advisory_unlock(${TEMPLATE_LOCK})`.execute(connection);
    }
  });
  return name;
}

/** As the product connects, so that columns arrive in the same types. */
function connect<Tables>(url: string, poolSize: number): Kysely<Tables> {
  const { db } = connectDatabase<Tables>({
    url,
    poolSize,
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
    applicationName: 'plaza-test',
    log: silentLog,
  });
  return db;
}
