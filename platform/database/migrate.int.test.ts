import { sql, type Kysely } from 'kysely';
import { silentLog } from '../telemetry/log.ts';
import { testDatabase } from '../testing/database.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { connectDatabase } from './connect.ts';
import { migrate } from './migrate.ts';

const STATEMENT_TIMEOUT_MS = 100;

/** As another process connects. */
function connect(url: string): Kysely<unknown> {
  return connectDatabase<unknown>({
    url,
    poolSize: 1,
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
    applicationName: 'plaza-test',
    log: silentLog,
  }).db;
}

async function tablesOf(db: Kysely<unknown>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where tablename like 'made_%' order by 1`.execute(db);
  return rows.map(({ name }) => name);
}

test('runs each file once, in the order of names', async () => {
  await using database = await testDatabase<unknown>();
  await using folder = await temporaryFolder({
    '002_b.sql': 'alter table made_a add column b int',
    '001_a.sql': 'create table made_a ()',
  });

  expect(await migrate(database.db, [folder.url])).toEqual(['001_a.sql', '002_b.sql']);
  expect(await migrate(database.db, [folder.url])).toEqual([]);
});

test('a file that fails leaves nothing of itself, keeps what came before, and can be mended', async () => {
  await using database = await testDatabase<unknown>();
  const good = { '001_a.sql': 'create table made_a ()' };
  await using broken = await temporaryFolder({
    ...good,
    '002_b.sql': 'create table made_b (); select 1 / 0; create table made_c ()',
  });

  await expect(migrate(database.db, [broken.url])).rejects.toThrow('division by zero');
  expect(await tablesOf(database.db)).toEqual(['made_a']);

  await using mended = await temporaryFolder({ ...good, '002_b.sql': 'create table made_b ()' });
  expect(await migrate(database.db, [mended.url])).toEqual(['002_b.sql']);
});

test('of many processes that start at once one migrates, and the others wait longer than a statement may', async () => {
  await using database = await testDatabase<unknown>();
  const slow = `select pg_sleep(${(STATEMENT_TIMEOUT_MS * 4) / 1000}); create table made_a ()`;
  await using folder = await temporaryFolder({ '001_a.sql': slow });
  const processes = Array.from({ length: 4 }, () => connect(database.url));

  try {
    const ran = await Promise.all(processes.map((db) => migrate(db, [folder.url])));
    expect(ran.flat()).toEqual(['001_a.sql']);

    // The connection goes back to its pool as it came.
    const [db] = processes;
    await expect(sql`select pg_sleep(5)`.execute(db as Kysely<unknown>)).rejects.toThrow(
      'statement timeout',
    );
  } finally {
    await Promise.all(processes.map((db) => db.destroy()));
  }
});

test('two files of one name are a mistake', async () => {
  await using database = await testDatabase<unknown>();
  await using one = await temporaryFolder({ '001.sql': '' });
  await using other = await temporaryFolder({ '001.sql': '' });

  await expect(migrate(database.db, [one.url, other.url])).rejects.toThrow(
    'two migrations are called 001.sql',
  );
});
