import type { Store } from '#platform/database/store.ts';
import { insertEmptyArchives } from '../data/archive.repository.ts';
import { hasGames, type BoardContent } from '../data/boards/stored-places.ts';
import { listEndedEvents } from '../data/game-event.repository.ts';
import type { Tables } from '../data/tables.ts';
import { boardOf, eventBoard, withRegions, type Board } from '../domain/boards.ts';
import type { GameMode } from '../domain/game-mode.ts';
import { periodAt, previousPeriod, WINDOWS, type Period } from '../domain/periods.ts';
import { REGIONS } from '../domain/player.ts';
import { archiveBoard, GRACE_MS } from './archive-board.ts';
import { createRests } from './rests.ts';

/** Periods of each window that are looked at, so that days without a running product are made up for. */
const PERIODS_BACK = 7;
/** Events that are looked at: those that Redis has not forgotten yet. */
const EVENTS_BACK_MS = 14 * 86_400_000;

export interface ArchiveParts {
  store: Store<Tables>;
  modes: readonly GameMode[];
  now: () => Date;
  /** When the process is to end, no other board is begun, and that at hand is left for the next process. */
  stopping?: AbortSignal;
}

/** Rests of all boards of a run together: archives are there minutes after their periods' end. */
const MOST_REST_MS = 180_000;

/** Writes boards of periods and events that are over to PostgreSQL, from history; returns how many, those of regions with that of all. */
export async function archiveBoards({
  store,
  modes,
  now,
  stopping,
}: ArchiveParts): Promise<number> {
  const { db } = store;
  const rests = createRests(MOST_REST_MS, stopping);
  const ofPeriods = closedPeriods(now()).flatMap((period) =>
    modes.map((mode): BoardContent => ({
      board: boardOf(mode.id, period),
      modeNumber: mode.number,
      multiplier: 1,
    })),
  );
  const before = now().getTime() - GRACE_MS;
  const ended = await listEndedEvents(db, new Date(before - EVENTS_BACK_MS), new Date(before));
  const ofEvents = ended.flatMap((event): BoardContent[] => {
    const mode = modes.find(({ id }) => id === event.modeId);
    if (mode === undefined) return [];
    const { multiplier } = event;
    return [{ board: eventBoard(event), modeNumber: mode.number, multiplier }];
  });

  const archived = await db.selectFrom('archived_board').select('board').execute();
  const known = new Set(archived.map(({ board }) => board));
  const missing = [...ofPeriods, ...ofEvents].filter(({ board }) =>
    withRegions(board, REGIONS).some(({ name }) => !known.has(name)),
  );
  for (const ofPeriod of Map.groupBy(missing, ({ board }) => timeOf(board)).values()) {
    // A quiet period has more boards than games.
    const [first] = ofPeriod;
    const isQuiet = first !== undefined && !(await hasGames(db, first.board.period));
    if (isQuiet) {
      const names = ofPeriod.flatMap(({ board }) => withRegions(board, REGIONS));
      await insertEmptyArchives(
        db,
        names.map(({ name }) => name),
        now(),
      );
    } else {
      for (const content of ofPeriod) {
        stopping?.throwIfAborted();
        await archiveBoard(store, content, { archivedAt: now(), rests });
      }
    }
  }
  return missing.length;
}

const timeOf = ({ period }: Board): string =>
  `${period.startsAt?.toISOString()} ${period.endsAt?.toISOString()}`;

function closedPeriods(at: Date): Period[] {
  return WINDOWS.filter((window) => window !== 'ALL_TIME').flatMap((window) => {
    const periods: Period[] = [];
    let period = previousPeriod(periodAt(window, at));
    for (let count = 0; count < PERIODS_BACK; count++) {
      if (period.endsAt !== undefined && at.getTime() - period.endsAt.getTime() >= GRACE_MS) {
        periods.push(period);
      }
      period = previousPeriod(period);
    }
    return periods;
  });
}
