import { periodAt, WINDOWS, type Period } from './periods.ts';
import type { Region } from './player.ts';

/** A board: points of a mode over a period, of all players or of a region's. Or those of an event. */
export interface Board {
  modeId: string;
  period: Period;
  region: Region | undefined;
  /** What people and archives call it: `raid:daily:2026-03-01:europe`, `raid:event:<id>`. */
  name: string;
  /** What it shares with the boards of the same mode and period, and is called by in keys: the name without a region. */
  group: string;
  /** Whether regions have boards of their own. Events have one board. */
  hasRegions: boolean;
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
  submittedAt: Date;
}

export function boardOf(modeId: string, period: Period, region?: Region): Board {
  const window = period.window === 'ALL_TIME' ? '' : `${period.window.toLowerCase()}:`;
  const suffix = region === undefined ? '' : `:${region.toLowerCase()}`;
  const group = `${modeId}:${window}${period.name}`;
  return { modeId, period, region, name: `${group}${suffix}`, group, hasRegions: true };
}

/** The board of all regions of the same mode and period. */
export function wholeOf(board: Board): Board {
  return board.region === undefined ? board : boardOf(board.modeId, board.period);
}

/** A board of all regions, and those of these regions. */
export function withRegions(board: Board, regions: Iterable<Region>): Board[] {
  if (!board.hasRegions) return [board];
  return [board, ...Array.from(regions, (region) => boardOf(board.modeId, board.period, region))];
}

/** An event is a period of its own. */
export function eventBoard({ id, modeId, startsAt, endsAt }: GameEvent): Board {
  const period: Period = { window: 'ALL_TIME', name: id, startsAt, endsAt };
  const name = `${modeId}:event:${id}`;
  return { modeId, period, region: undefined, name, group: name, hasRegions: false };
}

/** A board, and what points of games are multiplied by there. */
export interface MultipliedBoard {
  board: Board;
  multiplier: number;
}

/** Every board of all regions that a game counts on. */
export const boardsOf = (game: CountedGame, events: readonly GameEvent[]): MultipliedBoard[] => [
  ...boardsOfWindows(game),
  ...boardsOfEvents(game, events),
];

/** Those but the boards of events. */
export function boardsOfWindows({ modeId, submittedAt }: CountedGame): MultipliedBoard[] {
  return WINDOWS.map((window) => ({
    board: boardOf(modeId, periodAt(window, submittedAt)),
    multiplier: 1,
  }));
}

/** Boards of the events that a game falls into. */
export function boardsOfEvents(
  { modeId, submittedAt }: CountedGame,
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
export function expiryOf({ period }: Pick<Board, 'period'>): Date | undefined {
  if (period.endsAt === undefined) return undefined;
  const keptMs = KEPT_MS[period.window] ?? EVENT_KEPT_MS;
  return new Date(period.endsAt.getTime() + keptMs);
}
