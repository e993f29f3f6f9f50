import { sql } from 'kysely';
import type { Store } from '#platform/database/store.ts';
import { allowLongStatements, lockBoard } from '../data/boards/lock-board.ts';
import { placesQuery, type BoardContent } from '../data/boards/stored-places.ts';
import { findArchivedBoard } from '../data/archive.repository.ts';
import type { Tables, Tx } from '../data/tables.ts';

/** Scores accepted in a period's last moment are stored by then. */
export const GRACE_MS = 300_000;

/** Writes a board of a period that is over to PostgreSQL, from history; whoever else does it at the moment, it is written once. */
export async function archiveBoard(
  store: Store<Tables>,
  content: BoardContent,
  archivedAt: Date,
): Promise<void> {
  await archive(store, content, { archivedAt, again: false });
}

/** The same for boards whose history has changed since; those that are not archived yet will be. */
export async function archiveAgain(
  store: Store<Tables>,
  content: BoardContent,
  archivedAt: Date,
): Promise<void> {
  await archive(store, content, { archivedAt, again: true });
}

async function archive(
  store: Store<Tables>,
  content: BoardContent,
  { archivedAt, again }: { archivedAt: Date; again: boolean },
): Promise<void> {
  const { name } = content.board;
  await store.transact(async (tx) => {
    await allowLongStatements(tx);
    await lockBoard(tx, name);
    const isArchived = (await findArchivedBoard(tx, name)) !== undefined;
    if (isArchived === again) await writeArchive(tx, content, archivedAt);
  });
}

/** In the order of the board in Redis: equal points by time, and of one millisecond the greater number first. */
async function writeArchive(tx: Tx, content: BoardContent, archivedAt: Date): Promise<void> {
  const { name } = content.board;
  await tx
    .insertInto('archived_board')
    .values({ board: name, total_players: 0, archived_at: archivedAt })
    .onConflict((conflict) => conflict.column('board').doUpdateSet({ archived_at: archivedAt }))
    .execute();
  await tx.deleteFrom('archived_place').where('board', '=', name).execute();
  const { numAffectedRows } = await sql`
    insert into archived_place (board, rank, player_number, points, reached_at)
    select ${name}, row_number() over (
        order by place."points" desc, place."reachedAt", place."playerNumber" desc
      ), place."playerNumber", place."points", place."reachedAt"
    from (${placesQuery(content)}) as place
    where place."points" is not null
  `.execute(tx);
  await tx
    .updateTable('archived_board')
    .set({ total_players: Number(numAffectedRows ?? 0) })
    .where('board', '=', name)
    .execute();
}
