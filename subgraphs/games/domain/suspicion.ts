export const CHEAT_FLAG_STATUSES = ['OPEN', 'CLEARED', 'CONFIRMED'] as const;
export type CheatFlagStatus = (typeof CHEAT_FLAG_STATUSES)[number];

export type CheatReason = 'SCORE_OUTLIER' | 'ALWAYS_SHORTEST' | 'REPEATED_CAP' | 'TOO_FREQUENT';

/** What the games of a mode are like. */
export interface Distribution {
  games: number;
  mean: number;
  deviation: number;
}

/** A player's last games in a mode; the judged one is among them when it is stored by then. */
export interface Recent {
  games: number;
  /** Of them, those within a twentieth of the shortest that is accepted. */
  shortest: number;
  /** Of them, those within a hundredth of the most points there are. */
  capped: number;
  /** From the first to the last. */
  spanSeconds: number;
  /** All but the first: what was played within the span. */
  playedSeconds: number;
}

export interface Suspicion {
  /** From 0 to 1. */
  suspicion: number;
  reasons: CheatReason[];
  zScore: number | null;
}

/** A distribution of fewer games says little. */
const MIN_GAMES_KNOWN = 1_000;
/** Of a normal distribution one game in thirty thousand lies beyond. */
const OUTLIER_Z = 4;
/** Fewer games of a player tell no habit. */
const MIN_RECENT = 10;
const HABIT_SHARE = 0.8;
const CAP_SHARE = 0.3;
/** Games overlap when more was played than time has passed. */
const MAX_PLAYED_SHARE = 1.05;

/** What looks wrong about a game; undefined when nothing does. */
export function judgeGame(
  score: number,
  distribution: Distribution,
  recent: Recent,
): Suspicion | undefined {
  const zScore = zScoreOf(score, distribution);
  const weights: [CheatReason, number][] = [];
  if (zScore !== null && zScore >= OUTLIER_Z) {
    weights.push(['SCORE_OUTLIER', 1 - Math.exp(-zScore / OUTLIER_Z)]);
  }
  if (recent.games >= MIN_RECENT) {
    const shortest = recent.shortest / recent.games;
    const capped = recent.capped / recent.games;
    const played = recent.playedSeconds / Math.max(1, recent.spanSeconds);
    if (shortest >= HABIT_SHARE) weights.push(['ALWAYS_SHORTEST', shortest * HABIT_SHARE]);
    if (capped >= CAP_SHARE) weights.push(['REPEATED_CAP', Math.min(1, HABIT_SHARE + capped / 5)]);
    if (played >= MAX_PLAYED_SHARE) {
      weights.push(['TOO_FREQUENT', Math.min(1, played / 2)]);
    }
  }
  if (weights.length === 0) return undefined;
  // As if each were a witness of its own: none of them has to be right.
  const doubt = weights.reduce((left, [, weight]) => left * (1 - weight), 1);
  return { suspicion: 1 - doubt, reasons: weights.map(([reason]) => reason), zScore };
}

export function zScoreOf(score: number, { games, mean, deviation }: Distribution): number | null {
  if (games < MIN_GAMES_KNOWN || deviation <= 0) return null;
  return (score - mean) / deviation;
}

/** One game in so many is judged whatever it looks like, so that habits show. */
const SAMPLED = 50;
const ID_TAIL = -6;

/** Whether a game is worth a look at its player's others. */
export function isWorthALook(
  game: { id: string; score: number; durationSeconds: number },
  limits: { maxScore: number; minSeconds: number },
  distribution: Distribution,
): boolean {
  const zScore = zScoreOf(game.score, distribution) ?? 0;
  return (
    zScore >= OUTLIER_Z ||
    game.score >= cappedFrom(limits.maxScore) ||
    game.durationSeconds <= shortestUpTo(limits.minSeconds) ||
    Number.parseInt(game.id.slice(ID_TAIL), 16) % SAMPLED === 0
  );
}

const NEAR_CAP = 0.99;
const NEAR_SHORTEST = 1.05;

/** From how many points on a game is as good as the most there is. */
export const cappedFrom = (maxScore: number): number => maxScore * NEAR_CAP;
/** Up to how long a game is as good as the shortest there is. */
export const shortestUpTo = (minSeconds: number): number => minSeconds * NEAR_SHORTEST;
