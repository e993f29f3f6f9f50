import type { Redis } from 'ioredis';
import type { CountedSubmission } from '../counting/group-by-board.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
/** Seconds are forgotten after this, minutes after that: what is kept does not grow. */
const SECONDS_KEPT_MS = 180_000;
const MINUTES_KEPT_MS = 900_000;

export const scoresKey = (at: number): string =>
  `games:{activity}:scores:${Math.floor(at / SECOND_MS)}`;
export const playersKey = (at: number): string =>
  `games:{activity}:players:${Math.floor(at / MINUTE_MS)}`;

/** Counts games that have just counted, by second and mode, and who played, by minute (to about 1 %). */
export async function noteActivity(
  redis: Redis,
  games: readonly CountedSubmission[],
  now: Date,
): Promise<void> {
  if (games.length === 0) return;
  const [seconds, minutes] = [scoresKey(now.getTime()), playersKey(now.getTime())];
  const pipeline = redis.pipeline();
  for (const [modeId, ofMode] of Map.groupBy(games, ({ mode }) => mode.id)) {
    pipeline.hincrby(seconds, modeId, ofMode.length);
  }
  pipeline.pexpire(seconds, SECONDS_KEPT_MS);
  pipeline.pfadd(minutes, ...games.map(({ submission }) => submission.playerNumber));
  pipeline.pexpire(minutes, MINUTES_KEPT_MS);
  await pipeline.exec();
}
