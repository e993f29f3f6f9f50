import { once } from 'node:events';
import { sql, Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { silentLog } from '../telemetry/log.ts';
import { testDatabase } from '../testing/database.ts';
import { startJobs, type Job } from './jobs.ts';

const TICK_MS = 5;
/** Stands for the seconds after which PostgreSQL ends a transaction that idles. */
const IDLE_IN_TRANSACTION_MS = 100;

/** A replica: jobs with a pool of their own. */
async function replica(url: string, jobs: readonly Job[]) {
  const pool = new Pool({
    connectionString: url,
    max: 4,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  });
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', () => undefined);
  const db = new Kysely<never>({ dialect: new PostgresDialect({ pool }) });
  const running = await startJobs({ jobs, db, pool, log: silentLog });
  return {
    db,
    async [Symbol.asyncDispose]() {
      await running.stop();
      await db.destroy();
    },
  };
}

/** A job that tells how many of it run at once, and waits where it is told to. */
function countedJob() {
  const state = { running: 0, most: 0, runs: 0 };
  let listen: (() => void) | undefined;
  const job: Job = {
    name: 'counted',
    everyMs: TICK_MS,
    async run() {
      state.running += 1;
      state.runs += 1;
      state.most = Math.max(state.most, state.running);
      listen?.();
      await new Promise((resolve) => setTimeout(resolve, TICK_MS));
      state.running -= 1;
    },
  };
  const untilRuns = (count: number) =>
    new Promise<void>((resolve) => {
      listen = () => state.runs >= count && resolve();
    });
  return { job, state, untilRuns };
}

test('of three replicas one runs a tick at a time', async () => {
  await using database = await testDatabase<unknown>();
  const { job, state, untilRuns } = countedJob();
  await using replicas = new AsyncDisposableStack();
  for (const _ of [1, 2, 3]) replicas.use(await replica(database.url, [job]));

  await untilRuns(20);

  expect(state.most).toBe(1);
});

test('a job may take longer than a transaction may idle, and is still alone', async () => {
  await using database = await testDatabase<unknown>();
  const started = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  const long: Job = {
    name: 'counted',
    everyMs: TICK_MS,
    run: () => (started.resolve(), finish.promise),
  };
  const { job, state, untilRuns } = countedJob();
  await using replicas = new AsyncDisposableStack();
  const first = replicas.use(await replica(database.url, [long]));
  await started.promise;
  replicas.use(await replica(database.url, [job]));

  await sql`select pg_sleep(${(IDLE_IN_TRANSACTION_MS * 3) / 1000})`.execute(first.db);
  expect(state.runs).toBe(0);

  finish.resolve();
  await untilRuns(1);
});

test('a holder that is killed leaves nothing that blocks others', async () => {
  await using database = await testDatabase<unknown>();
  const started = Promise.withResolvers<void>();
  const never: Job = {
    name: 'counted',
    everyMs: TICK_MS,
    run: () => (started.resolve(), gone.promise),
  };
  const gone = Promise.withResolvers<void>();
  const { job, state, untilRuns } = countedJob();
  await using replicas = new AsyncDisposableStack();
  replicas.use(await replica(database.url, [never]));
  await started.promise;
  replicas.use(await replica(database.url, [job]));

  expect(state.runs).toBe(0);
  await sql`
    select pg_terminate_backend(pid) from pg_locks
    where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())
  `.execute(database.db);

  await untilRuns(1);
  gone.resolve();
});

test('a job that takes long hears that the process is to end', async () => {
  await using database = await testDatabase<unknown>();
  const started = Promise.withResolvers<void>();
  const heard = Promise.withResolvers<boolean>();
  const long: Job = {
    name: 'counted',
    everyMs: TICK_MS,
    run: async (stopping) => {
      started.resolve();
      await once(stopping, 'abort');
      heard.resolve(stopping.aborted);
      throw stopping.reason;
    },
  };
  {
    await using replicas = new AsyncDisposableStack();
    replicas.use(await replica(database.url, [long]));
    await started.promise;
  }
  expect(await heard.promise).toBe(true);
});

test('a job that fails runs again with the next tick', async () => {
  await using database = await testDatabase<unknown>();
  const twice = Promise.withResolvers<void>();
  let runs = 0;
  const job: Job = {
    name: 'failing',
    everyMs: TICK_MS,
    run: () => {
      runs += 1;
      if (runs === 2) twice.resolve();
      return Promise.reject(new Error('not today'));
    },
  };
  await using replicas = new AsyncDisposableStack();
  replicas.use(await replica(database.url, [job]));

  await twice.promise;
  expect(runs).toBeGreaterThanOrEqual(2);
});

test('a job by the clock is registered and runs when it is due, over all replicas once', async () => {
  await using database = await testDatabase<unknown>();
  const ran = Promise.withResolvers<void>();
  let runs = 0;
  const job: Job = {
    name: 'nightly',
    cron: '0 3 * * *',
    run: () => ((runs += 1), ran.resolve(), Promise.resolve()),
  };
  await using replicas = new AsyncDisposableStack();
  for (const _ of [1, 2]) replicas.use(await replica(database.url, [job]));

  const { rows } =
    await sql`select identifier from graphile_worker._private_known_crontabs`.execute(database.db);
  expect(rows).toEqual([{ identifier: 'nightly' }]);
  await sql`select graphile_worker.add_job('nightly')`.execute(database.db);
  await ran.promise;
  expect(runs).toBe(1);
});
