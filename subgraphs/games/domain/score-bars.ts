/** Of the distribution of a mode's scores; its migration says the same number. */
export const SCORE_BARS = 50;

/** Which bar a score is in: bars are of the same width, and the last one holds the most points there are. */
export function barOf(score: number, maxScore: number): number {
  const bar = Math.floor((score * SCORE_BARS) / (maxScore + 1));
  return Math.min(SCORE_BARS - 1, Math.max(0, bar));
}

/** Least and most whole points of a bar. */
export function pointsOfBar(bar: number, maxScore: number): { from: number; to: number } {
  const first = (of: number) => Math.ceil((of * (maxScore + 1)) / SCORE_BARS);
  return { from: first(bar), to: first(bar + 1) - 1 };
}

/**
 * The score that this share (0 to 1) of the games is at or below. Scores are taken to be even within a bar: it is as
 * exact as a bar is wide. Undefined of no games.
 */
export function percentileOf(
  bars: readonly number[],
  maxScore: number,
  share: number,
): number | undefined {
  const games = bars.reduce((sum, bar) => sum + bar, 0);
  if (games === 0) return undefined;
  let before = 0;
  for (const [bar, count] of bars.entries()) {
    if (count > 0 && before + count >= share * games) {
      const { from, to } = pointsOfBar(bar, maxScore);
      const within = Math.max(0, share * games - before) / count;
      return from + within * (to - from);
    }
    before += count;
  }
  return maxScore;
}
