import { isLifelike, type SeedPlan } from '../plan.ts';

const DAY_MS = 86_400_000;

/** Half a year of games. */
export const PLAYED_DAYS = 183;
export const PLAYED_MS = PLAYED_DAYS * DAY_MS;

const FULL_SIZE = { players: 10_000_000, submissions: 500_000_000 };
const LEAST_PLAYERS = 200;
/** The demo: enough for boards of several pages, and for a busy last week. */
const DEMO = { players: 400, gamesAPlayer: 15 };

export interface GameSizes {
  players: number;
  /** On average; what a player has played is drawn. */
  gamesAPlayer: number;
}

export function gameSizesOf(plan: SeedPlan): GameSizes {
  if (isLifelike(plan)) return DEMO;
  return {
    players: Math.max(LEAST_PLAYERS, Math.round(FULL_SIZE.players * plan.scale)),
    gamesAPlayer: FULL_SIZE.submissions / FULL_SIZE.players,
  };
}
