import { sql, type Kysely } from 'kysely';
import { silentLog } from '../telemetry/log.ts';
import { testDatabase } from '../testing/database.ts';
import { connectDatabase } from './connect.ts';
import { executeLater, executeWithNext } from './later.ts';

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

async function oneTable() {
  const database = await oneConnection();
  await sql`create table counted (id int primary key, n int not null)`.execute(database.db);
  return database;
}

const numbers = async (db: Kysely<unknown>) => {
  const { rows } = await sql<{ id: number; n: number }>`
    select id, n from counted order by id
  `.execute(db);
  return rows.map(({ id, n }) => [id, n]);
};

test('what runs later runs in its place, and is there when the transaction is', async () => {
  await using database = await oneTable();
  const { db } = database;

  const seen = await db.transaction().execute(async (tx) => {
    await executeLater(tx, sql`insert into counted values (${1}, 1), (2, 1)`);
    await executeLater(tx, sql`update counted set n = n * 10 where id = ${1}`);
    const { rows } = await sql`select sum(n)::int as sum from counted`.execute(tx);
    await executeLater(tx, sql`update counted set n = n + 1`);
    return rows;
  });

  expect(seen).toEqual([{ sum: 11 }]);
  expect(await numbers(db)).toEqual([
    [1, 11],
    [2, 2],
  ]);
});

test('what fails later fails the next statement with its own failure, and nothing is committed', async () => {
  await using database = await oneTable();
  const { db } = database;
  await sql`insert into counted values (1, 0)`.execute(db);

  const failing = db.transaction().execute(async (tx) => {
    await executeLater(tx, sql`insert into counted values (${2}, 0)`);
    await executeLater(tx, sql`insert into counted values (${1}, 0)`);
    await sql`select n from counted where id = ${1}`.execute(tx);
    throw new Error('it went on');
  });

  await expect(failing).rejects.toThrow('duplicate key value');
  expect(await numbers(db)).toEqual([[1, 0]]);
});

test('what fails later as the last fails the commit', async () => {
  await using database = await oneTable();
  const { db } = database;
  await sql`insert into counted values (1, 0)`.execute(db);

  const failing = db.transaction().execute(async (tx) => {
    await executeLater(tx, sql`insert into counted values (${2}, 0)`);
    await executeLater(tx, sql`insert into counted values (${1}, 0)`);
  });

  await expect(failing).rejects.toThrow('duplicate key value');
  expect(await numbers(db)).toEqual([[1, 0]]);
});

const inserting = (id: number) =>
  sql<{ id: number }>`insert into counted values (${id}, 0) returning id`;

test('what is asked with the next statement is answered with it, in its place, and with the commit as the last', async () => {
  await using database = await oneTable();
  const { db } = database;
  const { first, seen, last } = await db.transaction().execute(async (tx) => {
    const inserted = await executeWithNext(tx, inserting(1));
    expect(inserted).toThrow('before the next statement is answered');
    const { rows } = await sql<{ id: number }>`select id from counted`.execute(tx);
    return { first: inserted(), seen: rows, last: await executeWithNext(tx, inserting(2)) };
  });

  expect([first, seen, last()]).toEqual([[{ id: 1 }], [{ id: 1 }], [{ id: 2 }]]);
});

test('what fails with the next statement fails that one with its own failure, and nothing is committed', async () => {
  await using database = await oneTable();
  const { db } = database;

  const failing = db.transaction().execute(async (tx) => {
    await executeLater(tx, sql`insert into counted values (${1}, 0)`);
    const divided = await executeWithNext(tx, sql`select 1 / ${0}::int as n`);
    await sql`select n from counted where id = ${1}`.execute(tx);
    return divided();
  });

  await expect(failing).rejects.toThrow('division by zero');
  expect(await numbers(db)).toEqual([]);
});

test('a transaction is not taken for committed when a failure in it was caught', async () => {
  await using database = await oneTable();
  const { db } = database;

  const failing = db.transaction().execute(async (tx) => {
    await sql`insert into counted values (${1}, 0)`.execute(tx);
    await sql`select 1 / ${0}::int`.execute(tx).catch(() => undefined);
  });

  await expect(failing).rejects.toThrow('was not committed');
  expect(await numbers(db)).toEqual([]);
});

test('a transaction that asks nothing, and one that gives up at once, leave the connection as it was', async () => {
  await using database = await oneTable();
  const { db } = database;

  await db.transaction().execute(() => Promise.resolve());
  const undone = db.transaction().execute(async (tx) => {
    await executeLater(tx, sql`insert into counted values (${1}, 0)`);
    throw new Error('changed my mind');
  });
  await expect(undone).rejects.toThrow('changed my mind');

  await db.transaction().execute((tx) => executeLater(tx, sql`insert into counted values (2, 0)`));
  expect(await numbers(db)).toEqual([[2, 0]]);
});

test('a connection that is lost with statements on their way fails them, and the next one works', async () => {
  await using database = await oneTable();
  const { db } = database;

  const cut = db.transaction().execute(async (tx) => {
    await executeLater(tx, sql`insert into counted values (${1}, 0)`);
    await executeLater(tx, sql`select pg_terminate_backend(pg_backend_pid())`);
    await executeLater(tx, sql`insert into counted values (${2}, 0)`);
  });

  await expect(cut).rejects.toThrow(/terminat|ECONNRESET|EPIPE|connection/i);
  expect(await numbers(db)).toEqual([]);
});
