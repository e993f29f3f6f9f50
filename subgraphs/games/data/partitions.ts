import { sql } from 'kysely';
import { leastIdAt } from '../domain/submission-id.ts';
import type { Db } from './tables.ts';

/** Partitions exist for this month and those that follow, so that a job that fails for weeks costs nothing. */
const MONTHS_AHEAD = 3;

/** Makes the partitions of history from the month of `from` on until a few months after `now`. */
export async function ensurePartitions(db: Db, from: Date, now: Date): Promise<void> {
  const last = monthOf(now) + MONTHS_AHEAD;
  for (let month = monthOf(from); month <= last; month++) {
    const [start, end] = [startOfMonth(month), startOfMonth(month + 1)];
    const name = `score_submission_${start.toISOString().slice(0, 7).replace('-', '_')}`;
    const [least, bound] = [leastIdAt(start), leastIdAt(end)];
    await sql`
      create table if not exists ${sql.id(name)} partition of score_submission
      for values from (${sql.lit(least)}) to (${sql.lit(bound)})
    `.execute(db);
  }
}

const MONTHS_PER_YEAR = 12;

const monthOf = (at: Date): number => at.getUTCFullYear() * MONTHS_PER_YEAR + at.getUTCMonth();

const startOfMonth = (month: number): Date =>
  new Date(Date.UTC(Math.floor(month / MONTHS_PER_YEAR), month % MONTHS_PER_YEAR, 1));
