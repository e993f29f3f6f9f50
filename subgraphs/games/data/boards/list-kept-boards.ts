import { boardOf, eventBoard, expiryOf } from '../../domain/boards.ts';
import type { GameMode } from '../../domain/game-mode.ts';
import { periodAt, previousPeriod, WINDOWS, type Period } from '../../domain/periods.ts';
import { REGIONS } from '../../domain/player.ts';
import { listGameEvents } from '../game-event.repository.ts';
import type { Db } from '../tables.ts';
import type { BoardContent } from './stored-places.ts';

const MAX_EVENTS = 1_000;
/** Longer than Redis keeps an event's board. */
const EVENTS_BACK_MS = 30 * 86_400_000;

/** Every board that Redis may have: those of now, of periods that it has not forgotten, and of events. */
export async function listKeptBoards(
  db: Db,
  modes: readonly GameMode[],
  now: Date,
): Promise<BoardContent[]> {
  const periods = WINDOWS.flatMap((window) => listKeptPeriods(periodAt(window, now), now));
  const ofPeriods = modes.flatMap((mode) =>
    periods.flatMap((period) =>
      [undefined, ...REGIONS].map((region): BoardContent => ({
        board: boardOf(mode.id, period, region),
        modeNumber: mode.number,
        multiplier: 1,
      })),
    ),
  );
  const events = await listGameEvents(db, new Date(now.getTime() - EVENTS_BACK_MS), MAX_EVENTS);
  const ofEvents = events.flatMap((event): BoardContent[] => {
    const mode = modes.find(({ id }) => id === event.modeId);
    if (mode === undefined || event.startsAt > now) return [];
    const { multiplier } = event;
    return [{ board: eventBoard(event), modeNumber: mode.number, multiplier }];
  });
  return [...ofPeriods, ...ofEvents];
}

/** A period and those before it whose boards are not forgotten yet. */
function listKeptPeriods(current: Period, now: Date): Period[] {
  const kept = [current];
  if (current.endsAt === undefined) return kept;
  for (;;) {
    const period = previousPeriod(kept.at(-1) ?? current);
    const expiry = expiryOf({ period });
    if (expiry !== undefined && expiry <= now) return kept;
    kept.push(period);
  }
}
