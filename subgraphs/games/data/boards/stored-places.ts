import { sql } from 'kysely';
import { wholeOf, type Board } from '../../domain/boards.ts';
import type { Period } from '../../domain/periods.ts';
import type { Region } from '../../domain/player.ts';
import { leastIdAt, MAX_AGE_MS, MAX_AHEAD_MS } from '../../domain/submission-id.ts';
import type { Db, Tx } from '../tables.ts';
import type { StoredPlace } from './board-scores.ts';
import { allowLongStatements, lockBoard } from './lock-board.ts';

/** What a board holds, said so that PostgreSQL can add it up. */
export interface BoardContent {
  board: Board;
  modeNumber: number;
  /** What each game's points are multiplied by. */
  multiplier: number;
}

/** The same of all regions. */
export const wholeContent = (content: BoardContent): BoardContent => ({
  ...content,
  board: wholeOf(content.board),
});

const ROWS_PER_FETCH = 5_000;

/**
 * Every player's place on a board as history has it, in lists, all of one moment; the last list is empty. The
 * board is locked until it is taken.
 */
export async function* readStoredPlaces(
  db: Db,
  content: BoardContent,
): AsyncGenerator<StoredPlace[]> {
  const { tx, done } = await openTransaction(db);
  try {
    await allowLongStatements(tx);
    await lockBoard(tx, content.board.name);
    await sql`declare places no scroll cursor for ${placesWithRegions(content)}`.execute(tx);
    for (;;) {
      const { rows } = await sql<PlaceRow>`
        fetch ${sql.lit(ROWS_PER_FETCH)} from places
      `.execute(tx);
      // An empty list is the last: whoever takes it still has the lock.
      yield rows.map(toStoredPlace);
      if (rows.length === 0) return;
    }
  } finally {
    await done();
  }
}

/** The same of some players; those without a game are left out. */
export async function findStoredPlaces(
  db: Db,
  content: BoardContent,
  playerNumbers: readonly number[],
): Promise<StoredPlace[]> {
  const { rows } = await sql<PlaceRow>`${placesWithRegions(content, playerNumbers)}`.execute(db);
  return rows.map(toStoredPlace);
}

interface PlaceRow {
  playerNumber: number;
  region: Region;
  points: number | null;
  reachedAt: Date | null;
  newestAt: Date;
}

const toStoredPlace = (row: PlaceRow): StoredPlace => ({
  ...row,
  points: row.points ?? undefined,
  reachedAt: row.reachedAt ?? row.newestAt,
});

const placesWithRegions = (content: BoardContent, playerNumbers?: readonly number[]) => sql`
  select place.*, player.region
  from (${placesQuery(content, playerNumbers)}) as place
  join player on player.number = place."playerNumber"`;

/** A row a player who has a game in the period: points are null when all of them were removed. */
export function placesQuery(content: BoardContent, playerNumbers?: readonly number[]) {
  const { board, modeNumber, multiplier } = content;
  const isOfRegion =
    board.region === undefined
      ? sql``
      : sql`and player_number in (select number from player where region = ${board.region})`;
  const isOneOf =
    playerNumbers === undefined ? sql`` : sql`and player_number = any(${playerNumbers}::bigint[])`;
  return sql`
    select player_number as "playerNumber",
      sum(score) filter (where removed_at is null) * ${multiplier}::integer as "points",
      max(submitted_at) filter (where removed_at is null) as "reachedAt",
      max(submitted_at) as "newestAt"
    from score_submission
    where mode_number = ${modeNumber} ${isInPeriod(board.period)} ${isOfRegion} ${isOneOf}
    group by player_number`;
}

/** The bounds of ids leave whole partitions out. */
function isInPeriod({ startsAt, endsAt }: Period) {
  if (startsAt === undefined || endsAt === undefined) return sql``;
  return sql`
    and submitted_at >= ${startsAt} and submitted_at < ${endsAt}
    and id >= ${leastIdAt(new Date(startsAt.getTime() - MAX_AGE_MS))}::uuid
    and id < ${leastIdAt(new Date(endsAt.getTime() + MAX_AHEAD_MS))}::uuid`;
}

/** Whether anybody played at all. */
export async function hasGames(db: Db, period: Period): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from score_submission where true ${isInPeriod(period)}) as found
  `.execute(db);
  return rows[0]?.found === true;
}

/** A transaction that lives as long as a generator. */
async function openTransaction(db: Db): Promise<{ tx: Tx; done: () => Promise<void> }> {
  const started = Promise.withResolvers<Tx>();
  const ended = Promise.withResolvers<void>();
  const work = db.transaction().execute(async (tx) => {
    started.resolve(tx);
    await ended.promise;
  });
  work.catch(started.reject);
  return {
    tx: await started.promise,
    async done() {
      ended.resolve();
      // A fetch that failed has told so already; its transaction cannot commit.
      await work.catch(() => undefined);
    },
  };
}
