import type { CheatFlagStatus, CheatReason } from '#schema/operations/generated/graphql.ts';

export const FLAG_STATUS_LABELS: Readonly<Record<CheatFlagStatus, string>> = {
  OPEN: 'Open',
  CLEARED: 'Cleared',
  CONFIRMED: 'Confirmed',
};

const REASON_LABELS: Readonly<Record<CheatReason, string>> = {
  SCORE_OUTLIER: 'far more points than other games',
  ALWAYS_SHORTEST: 'nearly always the shortest game that is accepted',
  REPEATED_CAP: 'the most points there are, again and again',
  TOO_FREQUENT: 'more time played than has passed',
};

/** What looks wrong about a game, for people. */
export function describeReasons(
  reasons: readonly CheatReason[],
  zScore: number | null | undefined,
): string {
  const said = reasons.map((reason) =>
    reason === 'SCORE_OUTLIER' && zScore != null
      ? `${REASON_LABELS[reason]} (${zScore.toFixed(1)} deviations above the mean)`
      : REASON_LABELS[reason],
  );
  const text = said.join('; ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
