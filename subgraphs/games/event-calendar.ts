import { listGameEvents } from './data/game-event.repository.ts';
import type { Db } from './data/tables.ts';
import type { GameEvent } from './domain/boards.ts';

/** Events are known so long before they start, so that no score misses one that was just made. */
export const EVENT_NOTICE_MS = 10_000;
const KNOWN_FOR_MS = 5_000;
/** Scores are counted within it; for older ones the table is asked. */
const OVER_MS = 3_600_000;
const MAX_EVENTS = 1_000;

/** Events that may hold games of a time on: read from PostgreSQL each few seconds, not for each score. */
export function createEventCalendar(db: Db, now: () => Date) {
  let known: Promise<readonly GameEvent[]> | undefined;
  let readAt = 0;

  return async function findEvents(earliest: Date): Promise<readonly GameEvent[]> {
    const at = now().getTime();
    if (at - earliest.getTime() > OVER_MS) return listGameEvents(db, earliest, MAX_EVENTS);
    if (known === undefined || at - readAt > KNOWN_FOR_MS) {
      readAt = at;
      known = listGameEvents(db, new Date(at - OVER_MS), MAX_EVENTS);
      known.catch(() => (known = undefined));
    }
    return known;
  };
}
