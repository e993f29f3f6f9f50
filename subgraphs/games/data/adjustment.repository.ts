import { sql } from 'kysely';
import type { Adjustment } from '../domain/adjustment.ts';
import type { Region } from '../domain/player.ts';
import type { Db, Tx } from './tables.ts';

/** Which games: some by id, or those of a player over a time. */
export type ScoreChoice =
  | { submissionIds: readonly string[] }
  | {
      playerNumber: number;
      modeNumber: number | undefined;
      from: Date | undefined;
      to: Date | undefined;
    };

export type NewAdjustment = Omit<Adjustment, 'kind' | 'scoreCount' | 'correctedAt'>;

/** Marks games as removed that count, and returns how many. Games that are stored later are not among them. */
export async function markRemoved(
  tx: Tx,
  adjustment: NewAdjustment,
  choice: ScoreChoice,
): Promise<number> {
  const isChosen =
    'submissionIds' in choice
      ? sql`id = any(${choice.submissionIds}::uuid[])`
      : sql`player_number = ${choice.playerNumber}
          and (${choice.modeNumber ?? null}::smallint is null or mode_number = ${choice.modeNumber ?? null})
          and submitted_at >= ${choice.from ?? '-infinity'}::timestamptz
          and submitted_at < ${choice.to ?? 'infinity'}::timestamptz`;
  return record(
    tx,
    { ...adjustment, kind: 'REMOVE' },
    sql`
      update score_submission set removed_at = ${adjustment.createdAt}
      where ${isChosen} and removed_at is null
      returning id, player_number`,
  );
}

/** Lets games count again that this adjustment removed, unless a later one has removed them again. */
export async function markRestored(
  tx: Tx,
  adjustment: NewAdjustment,
  removalId: string,
): Promise<number> {
  return record(
    tx,
    { ...adjustment, kind: 'RESTORE' },
    sql`
      update score_submission set removed_at = null
      where removed_at is not null and id in (
        select submission_id from adjusted_score adjusted
        where adjustment_id = ${removalId}::uuid and not exists (
          select from adjusted_score later
          where later.submission_id = adjusted.submission_id
            and later.adjustment_id > adjusted.adjustment_id
        )
      )
      returning id, player_number`,
  );
}

/** The adjustment and its games; nothing at all when there are none. */
async function record(
  tx: Tx,
  adjustment: NewAdjustment & Pick<Adjustment, 'kind'>,
  update: ReturnType<typeof sql>,
): Promise<number> {
  const { id, kind, reason, madeBy, createdAt } = adjustment;
  const { rows } = await sql<{ count: number }>`
    with marked as (${update}),
    made as (
      insert into score_adjustment (id, kind, reason, made_by, created_at, score_count)
      select ${id}::uuid, ${kind}, ${reason}, ${madeBy}::uuid, ${createdAt}::timestamptz, count(*)
      from marked having count(*) > 0
      returning id
    ),
    listed as (
      insert into adjusted_score (submission_id, adjustment_id, player_number)
      select marked.id, made.id, marked.player_number from marked, made
    )
    select count(*) as count from marked
  `.execute(tx);
  return rows[0]?.count ?? 0;
}

const COLUMNS = sql.raw(
  'id, kind, reason, made_by as "madeBy", created_at as "createdAt", score_count as "scoreCount", corrected_at as "correctedAt"',
);

export async function findAdjustment(db: Db, id: string): Promise<Adjustment | undefined> {
  const { rows } = await sql<Adjustment>`
    select ${COLUMNS} from score_adjustment where id = ${id}::uuid
  `.execute(db);
  return rows[0];
}

/** Those whose boards may not say so yet, oldest first. */
export async function listOpenAdjustments(db: Db, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from score_adjustment where corrected_at is null order by id limit ${limit}
  `.execute(db);
  return rows.map(({ id }) => id);
}

/** Newest first, up to `limit`. */
export async function listAdjustments(
  db: Db,
  options: { beforeId: string | undefined; limit: number },
): Promise<Adjustment[]> {
  const { beforeId, limit } = options;
  const { rows } = await sql<Adjustment>`
    select ${COLUMNS} from score_adjustment
    ${beforeId === undefined ? sql`` : sql`where id < ${beforeId}::uuid`}
    order by id desc limit ${limit}
  `.execute(db);
  return rows;
}

/** False when somebody else has finished it. */
export async function finishAdjustment(tx: Tx, id: string, correctedAt: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('score_adjustment')
    .set({ corrected_at: correctedAt })
    .where('id', '=', id)
    .where('corrected_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** A game that an adjustment touched, with what says on which boards it lies. */
export interface AdjustedGame {
  playerNumber: number;
  modeNumber: number;
  region: Region;
  submittedAt: Date;
}

export async function listAdjustedGames(db: Db, adjustmentId: string): Promise<AdjustedGame[]> {
  const { rows } = await sql<AdjustedGame>`
    select game.player_number as "playerNumber", mode_number as "modeNumber", region,
      submitted_at as "submittedAt"
    from adjusted_score adjusted
    join score_submission game on game.id = adjusted.submission_id
    join player on player.number = game.player_number
    where adjusted.adjustment_id = ${adjustmentId}::uuid
  `.execute(db);
  return rows;
}

/** Of these games, those that were ever adjusted: a small index, whatever the size of history. */
export async function findAdjusted(db: Db, submissionIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct submission_id as id from adjusted_score
    where submission_id = any(${submissionIds}::uuid[])
  `.execute(db);
  return new Set(rows.map(({ id }) => id));
}
