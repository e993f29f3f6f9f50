import type { Client } from 'pg';
import type { SeedPlan } from '../plan.ts';

/** What was asked for, and which chunks of it are there; kept in each database, with its rows. */
export async function openRecord(client: Client, plan: SeedPlan): Promise<void> {
  await client.query(`
    create table if not exists seed_run (
      is_only boolean primary key default true check (is_only),
      scale double precision not null,
      seed bigint not null,
      until timestamptz not null,
      finished_at timestamptz
    );
    create table if not exists seed_progress (
      step text not null,
      chunk integer not null,
      primary key (step, chunk)
    );
  `);
  await client.query(
    'insert into seed_run (scale, seed, until) values ($1, $2, $3) on conflict do nothing',
    [plan.scale, plan.seed, plan.until],
  );
}

/** Undefined when nobody has seeded this database. */
export async function readRecord(
  client: Client,
): Promise<{ plan: SeedPlan; isFinished: boolean } | undefined> {
  const { rows: found } = await client.query<{ exists: boolean }>(
    "select to_regclass('seed_run') is not null as exists",
  );
  if (found[0]?.exists !== true) return undefined;
  const { rows } = await client.query<{
    scale: number;
    seed: number;
    until: Date;
    isFinished: boolean;
  }>(
    'select scale, seed::float8 as seed, until, finished_at is not null as "isFinished" from seed_run',
  );
  const [run] = rows;
  if (run === undefined) return undefined;
  const { isFinished, ...plan } = run;
  return { plan, isFinished };
}

export async function listDoneChunks(client: Client, step: string): Promise<Set<number>> {
  const { rows } = await client.query<{ chunk: number }>(
    'select chunk from seed_progress where step = $1',
    [step],
  );
  return new Set(rows.map(({ chunk }) => chunk));
}

/** In the transaction of the chunk's rows. */
export async function recordChunk(client: Client, step: string, chunk: number): Promise<void> {
  await client.query('insert into seed_progress (step, chunk) values ($1, $2)', [step, chunk]);
}

export async function recordFinish(client: Client): Promise<void> {
  await client.query('update seed_run set finished_at = now()');
}
