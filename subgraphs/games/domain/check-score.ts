import type { GameMode } from './game-mode.ts';

/** A player's games are at least so far apart. */
export const MIN_GAP_MS = 60_000;

const SHORTEST = 0.3;
const LONGEST = 3;
const SECONDS_PER_MINUTE = 60;

export interface FinishedGame {
  score: number;
  durationSeconds: number;
}

export type ScoreFault =
  | { kind: 'SCORE_OUT_OF_RANGE'; maxScore: number }
  | { kind: 'IMPLAUSIBLE_DURATION'; minSeconds: number; maxSeconds: number };

/** What one game by itself can tell: its points and its length. */
export function findScoreFault(mode: GameMode, game: FinishedGame): ScoreFault | undefined {
  const { maxScorePerGame: maxScore } = mode;
  if (game.score < 0 || game.score > maxScore) return { kind: 'SCORE_OUT_OF_RANGE', maxScore };

  const { minSeconds, maxSeconds } = plausibleSeconds(mode);
  if (game.durationSeconds < minSeconds || game.durationSeconds > maxSeconds) {
    return { kind: 'IMPLAUSIBLE_DURATION', minSeconds, maxSeconds };
  }
  return undefined;
}

/** 0.3 to 3 times the average, whole seconds inside of it. */
export function plausibleSeconds({ averageDurationMinutes }: GameMode) {
  const average = averageDurationMinutes * SECONDS_PER_MINUTE;
  return { minSeconds: Math.ceil(average * SHORTEST), maxSeconds: Math.floor(average * LONGEST) };
}
