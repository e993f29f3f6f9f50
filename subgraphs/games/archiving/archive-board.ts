import type { Store } from '#platform/database/store.ts';
import {
  archiveEndedPlaces,
  beginArchives,
  findArchivedNames,
  rankEndedPlaces,
} from '../data/archive.repository.ts';
import { allowLongStatements, doesSomebodyWait, lockBoard } from '../data/boards/lock-board.ts';
import { placesQuery, wholeContent, type BoardContent } from '../data/boards/stored-places.ts';
import type { Tables, Tx } from '../data/tables.ts';
import { withRegions, type Board } from '../domain/boards.ts';
import { REGIONS, type Region } from '../domain/player.ts';
import type { Rests } from './rests.ts';

/** Scores accepted in a period's last moment are stored by then. */
export const GRACE_MS = 300_000;

export interface ArchiveOptions {
  archivedAt: Date;
  /** For an archive that nobody waits for, so that players feel the end of a period less. */
  rests?: Rests;
}

/**
 * Writes a board of a period that is over to PostgreSQL, from history, and with that of all regions those of each; whoever
 * else does it at the moment, it is written once.
 */
export async function archiveBoard(
  store: Store<Tables>,
  content: BoardContent,
  options: ArchiveOptions,
): Promise<void> {
  await archive(store, content, { ...options, again: false });
}

/** The same for boards whose history has changed since, of all and of these regions; those that are not archived yet will be. */
export async function archiveAgain(
  store: Store<Tables>,
  content: BoardContent,
  { archivedAt, regions }: { archivedAt: Date; regions: Iterable<Region> },
): Promise<void> {
  await archive(store, content, { archivedAt, regions, again: true });
}

async function archive(
  store: Store<Tables>,
  content: BoardContent,
  {
    again,
    regions = REGIONS,
    ...options
  }: ArchiveOptions & { again: boolean; regions?: Iterable<Region> },
): Promise<void> {
  const whole = wholeContent(content);
  const boards = withRegions(whole.board, regions);
  await store.transact(async (tx) => {
    await allowLongStatements(tx);
    await lockBoard(tx, whole.board.name);
    const archived = await findArchivedNames(
      tx,
      boards.map(({ name }) => name),
    );
    const due = boards.filter(({ name }) => archived.has(name) === again);
    if (due.length > 0) await writeArchives(tx, whole, due, options);
  });
}

/** Of about a hundred places each: a statement that writes them takes a tenth of a second. */
const PAGES_A_STATEMENT = 50;

async function writeArchives(
  tx: Tx,
  whole: BoardContent,
  boards: readonly Board[],
  { archivedAt, rests }: ArchiveOptions,
): Promise<void> {
  const pages = await rankEndedPlaces(tx, placesQuery(whole));
  await beginArchives(tx, boards, archivedAt);
  for (let page = 0; page < pages; page += PAGES_A_STATEMENT) {
    const startedAt = performance.now();
    await archiveEndedPlaces(tx, boards, { from: page, to: page + PAGES_A_STATEMENT });
    // Whoever corrects the board, such as after a late game, waits for its lock.
    await rests?.after(performance.now() - startedAt, () => doesSomebodyWait(tx));
  }
}
