import { sql, type RawBuilder } from 'kysely';
import type { Board } from '../domain/boards.ts';
import type { Place } from './boards/read-boards.ts';
import type { Db, Tx } from './tables.ts';

export async function findArchivedBoard(
  db: Db,
  board: string,
): Promise<{ totalPlayers: number } | undefined> {
  const row = await db
    .selectFrom('archived_board')
    .select('total_players')
    .where('board', '=', board)
    .executeTakeFirst();
  return row && { totalPlayers: row.total_players };
}

const COLUMNS = sql.raw('rank, player_number as "playerNumber", points, reached_at as "reachedAt"');

export async function readArchivedPage(
  db: Db,
  board: string,
  fromRank: number,
  count: number,
): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select ${COLUMNS} from archived_place
    where board = ${board} and rank >= ${fromRank} and rank < ${fromRank + count}
    order by rank
  `.execute(db);
  return rows;
}

export async function findArchivedPlaces(
  db: Db,
  board: string,
  playerNumbers: readonly number[],
): Promise<(Place | undefined)[]> {
  const { rows } = await sql<Place>`
    select ${COLUMNS} from archived_place
    where board = ${board} and player_number = any(${playerNumbers}::bigint[])
  `.execute(db);
  const byNumber = new Map(rows.map((place) => [place.playerNumber, place]));
  return playerNumbers.map((number) => byNumber.get(number));
}

/** Boards on which nobody was when their time was over. */
export async function insertEmptyArchives(
  db: Db,
  boards: readonly string[],
  archivedAt: Date,
): Promise<void> {
  await sql`
    insert into archived_board (board, total_players, archived_at)
    select board, 0, ${archivedAt}::timestamptz from unnest(${boards}::text[]) as board
    on conflict do nothing
  `.execute(db);
}

/** Which of these boards are archived. */
export async function findArchivedNames(db: Db, boards: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('archived_board')
    .select('board')
    .where('board', 'in', boards)
    .execute();
  return new Set(rows.map(({ board }) => board));
}

/**
 * Ranks places of history as boards in Redis do, among all and in their regions: equal points by time, and of one millisecond
 * the greater number first. They are kept until the transaction ends; returns how many pages they fill.
 */
export async function rankEndedPlaces(tx: Tx, places: RawBuilder<unknown>): Promise<number> {
  const order = sql.raw('place."points" desc, place."reachedAt", place."playerNumber" desc');
  // Requests have better use for the other processors.
  await sql`set local max_parallel_workers_per_gather = 0`.execute(tx);
  await sql`
    create temp table ended_place on commit drop as
    select place.*, player.region, row_number() over (order by ${order}) as rank,
      row_number() over (partition by player.region order by ${order}) as rank_in_region
    from (${places}) as place join player on player.number = place."playerNumber"
    where place."points" is not null
  `.execute(tx);
  const { rows } = await sql<{ pages: number }>`
    select (pg_relation_size('ended_place') / current_setting('block_size')::integer)::integer as pages
  `.execute(tx);
  return rows[0]?.pages ?? 0;
}

/** Boards and the regions that they are of, as rows; a region is null on boards of all. */
const asRows = (boards: readonly Board[]) => sql`
  unnest(
    ${boards.map(({ name }) => name)}::text[],
    ${boards.map(({ region }) => region ?? null)}::text[]
  ) as archived (board, region)`;

/** Archives without a place, in the stead of those that are there; the places are ranked. */
export async function beginArchives(
  tx: Tx,
  boards: readonly Board[],
  archivedAt: Date,
): Promise<void> {
  await sql`
    with total as (
      select region, count(*) as players from ended_place group by rollup (region)
    )
    insert into archived_board (board, total_players, archived_at)
    select archived.board, coalesce(total.players, 0), ${archivedAt}::timestamptz
    from ${asRows(boards)} left join total on total.region is not distinct from archived.region
    on conflict (board) do update
    set total_players = excluded.total_players, archived_at = excluded.archived_at
  `.execute(tx);
  await tx
    .deleteFrom('archived_place')
    .where(
      'board',
      'in',
      boards.map(({ name }) => name),
    )
    .execute();
}

/** Writes the ranked places of some pages into archives. */
export async function archiveEndedPlaces(
  tx: Tx,
  boards: readonly Board[],
  { from, to }: { from: number; to: number },
): Promise<void> {
  await sql`
    insert into archived_place (board, rank, player_number, points, reached_at)
    select archived.board, case when archived.region is null then rank else rank_in_region end,
      "playerNumber", points, "reachedAt"
    from ended_place place
    join ${asRows(boards)} on archived.region is null or archived.region = place.region
    where place.ctid >= ${`(${from},0)`}::tid and place.ctid < ${`(${to},0)`}::tid
  `.execute(tx);
}
