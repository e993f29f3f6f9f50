import { sql, type Kysely } from 'kysely';
import { silentLog } from '../telemetry/log.ts';
import { testDatabase } from '../testing/database.ts';
import { connectDatabase } from './connect.ts';

async function oneConnection() {
  const database = await testDatabase<unknown>();
  const { db } = connectDatabase<unknown>({
    url: database.url,
    poolSize: 1,
    statementTimeoutMs: 10_000,
    applicationName: 'prepared',
    log: silentLog,
  });
  return {
    db,
    async [Symbol.asyncDispose]() {
      await db.destroy();
      await database[Symbol.asyncDispose]();
    },
  };
}

const statements = async (db: Kysely<unknown>) => {
  const { rows } = await sql<{ statement: string; generic: number }>`
    select statement, generic_plans::integer as generic from pg_prepared_statements order by statement
  `.execute(db);
  return rows;
};

test('what a transaction runs is prepared once, and planned for no values in particular in the end', async () => {
  await using database = await oneConnection();
  const { db } = database;
  await sql`create table counted (id int primary key, n int not null)`.execute(db);
  await sql`insert into counted values (1, 0)`.execute(db);

  const times = 8;
  for (let i = 0; i < times; i++) {
    await db.transaction().execute(async (tx) => {
      await sql`update counted set n = n + ${1} where id = ${1}`.execute(tx);
    });
  }

  const { rows } = await sql`select n from counted`.execute(db);
  expect(rows).toEqual([{ n: times }]);
  const [only, ...others] = await statements(db);
  expect(others).toEqual([]);
  expect(only?.statement).toContain('update counted');
  expect(only?.generic).toBeGreaterThan(0);
});

test('what runs outside of one is planned for its values each time', async () => {
  await using database = await oneConnection();
  const { db } = database;
  const { rows } = await sql`select ${7}::integer as n`.execute(db);
  expect(rows).toEqual([{ n: 7 }]);
  // Also after a transaction, whether it held or not.
  await db.transaction().execute((tx) => sql`select 1`.execute(tx));
  const broken = db.transaction().execute(async (tx) => {
    await sql`select 1 / 0`.execute(tx);
  });
  await expect(broken).rejects.toThrow('division by zero');
  await sql`select ${7}::integer as n`.execute(db);

  expect(await statements(db)).toEqual([]);
});

test('a table that changes under its statements costs one failure, on a connection that is then left', async () => {
  await using database = await oneConnection();
  const { db } = database;
  await sql`create table counted (id int primary key, n int not null)`.execute(db);
  await sql`insert into counted values (1, 0)`.execute(db);
  const read = () =>
    db.transaction().execute(async (tx) => {
      const { rows } = await sql`select * from counted where id = ${1}`.execute(tx);
      return rows;
    });
  expect(await read()).toEqual([{ id: 1, n: 0 }]);

  await sql`alter table counted add column more int`.execute(db);

  await expect(read()).rejects.toThrow('cached plan must not change result type');
  expect(await read()).toEqual([{ id: 1, n: 0, more: null }]);
});
