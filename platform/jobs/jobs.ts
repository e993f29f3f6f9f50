import { Logger as WorkerLogger, parseCronItems, run, type TaskList } from 'graphile-worker';
import { sql, type Kysely } from 'kysely';
import type { Pool } from 'pg';
import type { Log } from '../telemetry/log.ts';

/** Work by the clock. Over all replicas one of them does it at a time. */
export type Job = CronJob | TickJob;

/** Runs by graphile-worker: kept in the database, tried again when it fails. */
export interface CronJob {
  name: string;
  /** Five fields as in crontab(5), UTC. */
  cron: string;
  run: () => Promise<unknown>;
}

/**
 * Runs every few hundred milliseconds, for work that is due by then: whoever holds the job's lock does
 * it. The lock is the database session's, so that a killed process leaves nothing behind.
 */
export interface TickJob {
  name: string;
  everyMs: number;
  /** What takes long looks at the signal, and throws its reason when the process is to end. */
  run: (stopping: AbortSignal) => Promise<unknown>;
}

export interface RunningJobs {
  /** Waits for the job at hand. */
  stop: () => Promise<void>;
}

const CONCURRENT_CRON_JOBS = 1;

export interface JobsOptions {
  jobs: readonly Job[];
  db: Kysely<never>;
  pool: Pool;
  log: Log;
}

export async function startJobs(options: JobsOptions): Promise<RunningJobs> {
  const { jobs, db, log } = options;
  const ticks = jobs.filter((job) => 'everyMs' in job).map((job) => startTick(job, db, log));
  const runner = await startCron(
    jobs.filter((job) => 'cron' in job),
    options,
  );
  return {
    async stop() {
      await Promise.all([runner?.stop(), ...ticks.map((tick) => tick.stop())]);
    },
  };
}

async function startCron(jobs: readonly CronJob[], { pool, log }: JobsOptions) {
  if (jobs.length === 0) return undefined;
  const taskList: TaskList = Object.fromEntries(
    jobs.map((job) => [job.name, () => runJob(job, log)]),
  );
  return run({
    pgPool: pool,
    taskList,
    parsedCronItems: parseCronItems(jobs.map(({ name, cron }) => ({ task: name, match: cron }))),
    concurrency: CONCURRENT_CRON_JOBS,
    noHandleSignals: true,
    logger: workerLog(log),
  });
}

async function runJob(job: CronJob, log: Log): Promise<void> {
  log.debug({ job: job.name }, 'job starts');
  await job.run();
}

function startTick(job: TickJob, db: Kysely<never>, log: Log): RunningJobs {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const stopping = new AbortController();
  const { signal } = stopping;

  const tick = async () => {
    try {
      await runAlone(db, job, signal);
    } catch (error) {
      if (!signal.aborted) {
        log.warn({ job: job.name, err: error }, 'job failed; it runs again with the next tick');
      }
    }
    if (!signal.aborted) schedule();
  };
  const schedule = () => {
    timer = setTimeout(() => (running = tick()), job.everyMs);
  };
  schedule();

  return {
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await running;
    },
  };
}

/**
 * Does nothing when another replica is at it. Not in a transaction: one that idles while the job works
 * elsewhere would be ended, its lock with it, by the time-out for forgotten transactions.
 */
async function runAlone(db: Kysely<never>, job: TickJob, stopping: AbortSignal): Promise<void> {
  const lock = `job:${job.name}`;
  await db.connection().execute(async (session) => {
    const { rows } = await sql<{ isMine: boolean }>`
      select pg_try_advisory_lock(hashtextextended(${lock}, 0)) as "isMine"
    `.execute(session);
    if (rows[0]?.isMine !== true) return;
    try {
      await job.run(stopping);
    } finally {
      await sql`select pg_advisory_unlock(hashtextextended(${lock}, 0))`.execute(session);
    }
  });
}

function workerLog(log: Log) {
  const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;
  return new WorkerLogger((scope) => (level, message) => {
    log[levels[level]]({ ...scope }, message);
  });
}
