import { readFile } from 'node:fs/promises';
import type { Redis } from 'ioredis';
import { sql } from 'kysely';
import type { Db } from '../data/tables.ts';

const MICROSECONDS = 1_000_000;

/** Processor time of Redis so far, in microseconds. */
export async function cpuOfRedis(redis: Redis): Promise<number> {
  const text = await redis.info('cpu');
  const seconds = ['used_cpu_user', 'used_cpu_sys'].map((name) =>
    Number(new RegExp(`^${name}:([\\d.]+)`, 'm').exec(text)?.[1] ?? 0),
  );
  return seconds.reduce((sum, each) => sum + each, 0) * MICROSECONDS;
}

/** Linux counts in hundredths of a second. */
const TICK_US = 10_000;

/** Processor time of the sessions of this database so far, in microseconds; PostgreSQL has to be on this machine. */
export async function cpuOfBackends(db: Db): Promise<number> {
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity where datname = current_database()
  `.execute(db);
  const ticks = await Promise.all(rows.map(({ pid }) => ticksOf(pid)));
  return ticks.reduce((sum, each) => sum + each, 0) * TICK_US;
}

async function ticksOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8');
  // After the name, which may hold spaces: utime and stime are the 12th and 13th.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}
