import { periodAt, WINDOWS, type Period } from './periods.ts';
import type { Region } from './player.ts';

/** A board: points of a mode over a period, of all players or of a region's. Or those of an event. */
export interface Board {
  modeId: string;
  period: Period;
  region: Region | undefined;
  /** What it is called in keys: `raid:daily:2026-03-01:europe`, `raid:event:<id>`. */
  name: string;
}

/** A limited time in which games of a mode count on a board of their own. */
export interface GameEvent {
  id: string;
  modeId: string;
  startsAt: Date;
  endsAt: Date;
  /** Points on the event's board are those of the game times this: 2 is double points. */
  multiplier: number;
}

export interface CountedGame {
  modeId: string;
  region: Region;
  submittedAt: Date;
}

export function boardOf(modeId: string, period: Period, region?: Region): Board {
  const window = period.window === 'ALL_TIME' ? '' : `${period.window.toLowerCase()}:`;
  const suffix = region === undefined ? '' : `:${region.toLowerCase()}`;
  return { modeId, period, region, name: `${modeId}:${window}${period.name}${suffix}` };
}

/** An event is a period of its own. */
export function eventBoard({ id, modeId, startsAt, endsAt }: GameEvent): Board {
  const period: Period = { window: 'ALL_TIME', name: id, startsAt, endsAt };
  return { modeId, period, region: undefined, name: `${modeId}:event:${id}` };
}

/** A board, and what points of games are multiplied by there. */
export interface MultipliedBoard {
  board: Board;
  multiplier: number;
}

/** Every board that a game counts on. */
export const boardsOf = (game: CountedGame, events: readonly GameEvent[]): MultipliedBoard[] => [
  ...boardsOfWindows(game),
  ...boardsOfEvents(game, events),
];

/** Those but the boards of events. */
export function boardsOfWindows({ modeId, region, submittedAt }: CountedGame): MultipliedBoard[] {
  return WINDOWS.flatMap((window) => {
    const period = periodAt(window, submittedAt);
    return [boardOf(modeId, period), boardOf(modeId, period, region)];
  }).map((board) => ({ board, multiplier: 1 }));
}

/** Boards of the events that a game falls into. */
export function boardsOfEvents(
  { modeId, submittedAt }: Pick<CountedGame, 'modeId' | 'submittedAt'>,
  events: readonly GameEvent[],
): MultipliedBoard[] {
  return events
    .filter(
      (event) =>
        event.modeId === modeId && event.startsAt <= submittedAt && submittedAt < event.endsAt,
    )
    .map((event) => ({ board: eventBoard(event), multiplier: event.multiplier }));
}

/** How long Redis keeps a closed period's board; PostgreSQL has it for good. */
const KEPT_MS = {
  ALL_TIME: undefined,
  DAILY: 6 * 86_400_000,
  WEEKLY: 21 * 86_400_000,
  MONTHLY: 45 * 86_400_000,
  SEASONAL: 100 * 86_400_000,
} as const;
const EVENT_KEPT_MS = 21 * 86_400_000;

/** When Redis forgets the board: a daily one 7 days after its day began. Undefined is never. */
export function expiryOf({ period }: Board): Date | undefined {
  if (period.endsAt === undefined) return undefined;
  const keptMs = KEPT_MS[period.window] ?? EVENT_KEPT_MS;
  return new Date(period.endsAt.getTime() + keptMs);
}
