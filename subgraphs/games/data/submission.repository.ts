import { sql } from 'kysely';
import type { Db } from './tables.ts';

export interface Submission {
  id: string;
  playerNumber: number;
  modeNumber: number;
  score: number;
  durationSeconds: number;
  submittedAt: Date;
  removedAt: Date | null;
}

/** As it is stored, and whether it was stored just now. */
export type StoredSubmission = Submission & { isNew: boolean };

/**
 * Stores submissions that are not stored yet, and returns all of them as they are stored: of one that was
 * there already, what it was then. In the order given.
 */
export async function insertSubmissions(
  db: Db,
  submissions: readonly Submission[],
): Promise<StoredSubmission[]> {
  if (submissions.length === 0) return [];
  // In the order of ids, so that two batches with the same games cannot deadlock.
  const { rows } = await sql<{ ids: string[] | null }>`
    with stored as (
      insert into score_submission (
        id, player_number, mode_number, score, duration_seconds, submitted_at
      )
      select id, player_number, mode_number, score, duration_seconds,
        timestamptz 'epoch' + submitted_ms * interval '1 millisecond'
      from unnest(
        ${submissions.map(({ id }) => id)}::uuid[],
        ${submissions.map(({ playerNumber }) => playerNumber)}::bigint[],
        ${submissions.map(({ modeNumber }) => modeNumber)}::smallint[],
        ${submissions.map(({ score }) => score)}::integer[],
        ${submissions.map(({ durationSeconds }) => durationSeconds)}::integer[],
        ${submissions.map(({ submittedAt }) => submittedAt.getTime())}::bigint[]
      ) as game (id, player_number, mode_number, score, duration_seconds, submitted_ms)
      order by id
      on conflict (id) do nothing
      returning id
    )
    -- Which, only when it is not all of them.
    select case when count(*) < ${submissions.length} then coalesce(array_agg(id), '{}') end as ids from stored
  `.execute(db);
  const ids = rows[0]?.ids;
  if (ids === null) {
    return submissions.map((submission) => ({ ...submission, isNew: true }));
  }

  const inserted = new Set(ids ?? []);
  const repeated = submissions.filter(({ id }) => !inserted.has(id));
  const stored = await findSubmissions(
    db,
    repeated.map(({ id }) => id),
  );
  const byId = new Map(stored.map((submission) => [submission.id, submission]));
  return submissions.map((submission) => {
    const known = byId.get(submission.id);
    return { ...(known ?? submission), isNew: known === undefined };
  });
}

export async function findSubmissions(db: Db, ids: readonly string[]): Promise<Submission[]> {
  const { rows } = await sql<Submission>`
    select id, player_number as "playerNumber", mode_number as "modeNumber", score,
      duration_seconds as "durationSeconds", submitted_at as "submittedAt",
      removed_at as "removedAt"
    from score_submission
    where id = any(${ids}::uuid[])
  `.execute(db);
  return rows;
}

/** Which of these games no other game of its player in its mode has beaten. */
export async function findBestScores(
  db: Db,
  submissions: readonly Submission[],
): Promise<Set<string>> {
  if (submissions.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select game.id
    from unnest(
      ${submissions.map(({ id }) => id)}::uuid[],
      ${submissions.map(({ playerNumber }) => playerNumber)}::bigint[],
      ${submissions.map(({ modeNumber }) => modeNumber)}::smallint[],
      ${submissions.map(({ score }) => score)}::integer[]
    ) as game (id, player_number, mode_number, score)
    where not exists (
      select from score_submission other
      where other.player_number = game.player_number and other.mode_number = game.mode_number
        and other.score > game.score and other.removed_at is null
    )
  `.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** One player's, newest first, up to `limit`. */
export async function listSubmissions(
  db: Db,
  options: {
    playerNumber: number;
    modeNumber: number | undefined;
    before: { submittedAt: Date; id: string } | undefined;
    limit: number;
  },
): Promise<Submission[]> {
  const { playerNumber, modeNumber, before, limit } = options;
  const { rows } = await sql<Submission>`
    select id, player_number as "playerNumber", mode_number as "modeNumber", score,
      duration_seconds as "durationSeconds", submitted_at as "submittedAt",
      removed_at as "removedAt"
    from score_submission
    where player_number = ${playerNumber}
      ${modeNumber === undefined ? sql`` : sql`and mode_number = ${modeNumber}`}
      ${before === undefined ? sql`` : sql`and (submitted_at, id) < (${before.submittedAt}, ${before.id}::uuid)`}
    order by submitted_at desc, id desc
    limit ${limit}
  `.execute(db);
  return rows;
}

export interface StatisticsRow {
  playerNumber: number;
  modeNumber: number;
  gamesPlayed: number;
  totalScore: number;
  bestScore: number;
  secondsPlayed: number;
}

/** Of players, by mode: from the index alone. */
export async function sumSubmissions(
  db: Db,
  playerNumbers: readonly number[],
): Promise<StatisticsRow[]> {
  const { rows } = await sql<StatisticsRow>`
    select player_number as "playerNumber", mode_number as "modeNumber",
      count(*) as "gamesPlayed", sum(score) as "totalScore", max(score) as "bestScore",
      sum(duration_seconds) as "secondsPlayed"
    from score_submission
    where player_number = any(${playerNumbers}::bigint[]) and removed_at is null
    group by player_number, mode_number
  `.execute(db);
  return rows;
}
