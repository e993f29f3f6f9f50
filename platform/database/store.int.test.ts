import { sql } from 'kysely';
import { testDatabase } from '../testing/database.ts';
import { createStore, isUniqueViolation } from './store.ts';

test('a deadlock is tried again, and both changes are made', async () => {
  await using database = await testDatabase<unknown>();
  await sql`create table counted (id int primary key, n int not null)`.execute(database.db);
  await sql`insert into counted values (1, 0), (2, 0)`.execute(database.db);
  let commits = 0;
  const committed = Promise.withResolvers<void>();
  const store = createStore(database.db, () => {
    commits += 1;
    committed.resolve();
  });

  let attempts = 0;
  const holding = { count: 0, both: Promise.withResolvers<void>() };
  const add = (first: number, second: number) =>
    store.transact(async (tx) => {
      attempts += 1;
      // Or it might meet the other once more, before that has its second row.
      if (attempts > 2) await committed.promise;
      await sql`update counted set n = n + 1 where id = ${first}`.execute(tx);
      holding.count += 1;
      if (holding.count === 2) holding.both.resolve();
      await holding.both.promise;
      await sql`update counted set n = n + 1 where id = ${second}`.execute(tx);
    });
  await Promise.all([add(1, 2), add(2, 1)]);

  const { rows } = await sql`select n from counted order by id`.execute(database.db);
  expect(rows).toEqual([{ n: 2 }, { n: 2 }]);
  expect({ attempts, commits }).toEqual({ attempts: 3, commits: 2 });
});

test('any other failure is not tried again, and nothing is told', async () => {
  await using database = await testDatabase<unknown>();
  await sql`create table named (name text constraint named_once unique)`.execute(database.db);
  let commits = 0;
  let attempts = 0;
  const store = createStore(database.db, () => (commits += 1));

  const twice = store.transact(async (tx) => {
    attempts += 1;
    await sql`insert into named values ('x'), ('x')`.execute(tx);
  });
  const error = await twice.catch((reason: unknown) => reason);

  expect(isUniqueViolation(error, 'named_once')).toBe(true);
  expect(isUniqueViolation(error, 'another')).toBe(false);
  expect({ attempts, commits }).toEqual({ attempts: 1, commits: 0 });
});

test('a lost connection fails its own transaction, and the next one works', async () => {
  await using database = await testDatabase<unknown>();

  const cut = database.store.transact(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(database.db);
    await sql`select 1`.execute(tx);
  });

  await expect(cut).rejects.toThrow(/terminat|ECONNRESET|EPIPE|connection error/);
  const again = await database.store.transact((tx) => sql`select 1 as one`.execute(tx));
  expect(again.rows).toEqual([{ one: 1 }]);
});
