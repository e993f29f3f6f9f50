type GameMode = { readonly maxScorePerGame: number; readonly averageDurationMinutes: number };

const SECONDS_PER_MINUTE = 60;
/** Games that take less or more than this part of the average are refused. */
const SHORTEST = 0.3;
const LONGEST = 3;

export type FinishedGame = { readonly score: number; readonly durationSeconds: number };

/** How long a game of a mode may take, in whole seconds. */
export function durationBounds({ averageDurationMinutes }: GameMode) {
  const average = averageDurationMinutes * SECONDS_PER_MINUTE;
  return { least: Math.ceil(average * SHORTEST), most: Math.floor(average * LONGEST), average };
}

/** The match that a demonstration game stands for; `hitShare` is 0 to 1, and a match takes longer when one aims well. */
export function matchOf(mode: GameMode, hitShare: number): FinishedGame {
  const share = Math.min(1, Math.max(0, hitShare));
  const { average, most } = durationBounds(mode);
  return {
    score: Math.round(mode.maxScorePerGame * share),
    durationSeconds: Math.min(most, Math.round(average * (0.75 + share / 2))),
  };
}

type Effect = { rankBefore?: number | null; rankAfter: number };

/** What a game did to the rank, for people. */
export function describeEffect({ rankBefore, rankAfter }: Effect): string {
  const after = `#${rankAfter.toLocaleString('en')}`;
  if (rankBefore == null) return `You are on the board: ${after}.`;
  const before = `#${rankBefore.toLocaleString('en')}`;
  if (rankBefore === rankAfter) return `You stay ${after}.`;
  return `${before} → ${after}`;
}
