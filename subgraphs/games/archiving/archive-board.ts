import { setTimeout as delay } from 'node:timers/promises';
import type { Store } from '#platform/database/store.ts';
import {
  archiveEndedPlaces,
  beginArchives,
  findArchivedNames,
  rankEndedPlaces,
} from '../data/archive.repository.ts';
import { allowLongStatements, lockBoard } from '../data/boards/lock-board.ts';
import { placesQuery, wholeContent, type BoardContent } from '../data/boards/stored-places.ts';
import type { Tables, Tx } from '../data/tables.ts';
import { withRegions, type Board } from '../domain/boards.ts';
import { REGIONS } from '../domain/player.ts';

/** Scores accepted in a period's last moment are stored by then. */
export const GRACE_MS = 300_000;

export interface ArchiveOptions {
  archivedAt: Date;
  /** Nobody waits for it: it rests four times as long as it writes, a minute at most, so that players feel the end of a period less. */
  isPaced?: boolean;
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
  { again, ...options }: ArchiveOptions & { again: boolean },
): Promise<void> {
  const whole = wholeContent(content);
  const boards = withRegions(whole.board, REGIONS);
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
const REST_SHARE = 4;
/** PostgreSQL cleans up nothing that is younger than its oldest transaction: rests make this one no longer than so. */
const MOST_REST_MS = 60_000;

async function writeArchives(
  tx: Tx,
  whole: BoardContent,
  boards: readonly Board[],
  { archivedAt, isPaced = false }: ArchiveOptions,
): Promise<void> {
  const pages = await rankEndedPlaces(tx, placesQuery(whole));
  await beginArchives(tx, boards, archivedAt);
  let restLeftMs = isPaced ? MOST_REST_MS : 0;
  for (let page = 0; page < pages; page += PAGES_A_STATEMENT) {
    const startedAt = performance.now();
    await archiveEndedPlaces(tx, boards, { from: page, to: page + PAGES_A_STATEMENT });
    const restMs = Math.min(restLeftMs, (performance.now() - startedAt) * REST_SHARE);
    restLeftMs -= restMs;
    if (restMs > 0) await delay(restMs);
  }
}
