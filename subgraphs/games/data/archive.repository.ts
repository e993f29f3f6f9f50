import { sql } from 'kysely';
import type { Place } from './boards/read-boards.ts';
import type { Db } from './tables.ts';

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
