import type { Redis } from 'ioredis';
import { playersKey, scoresKey } from './note-activity.ts';

/** What happens in games right now. */
export interface Activity {
  at: Date;
  /** The average of the last ten whole seconds. */
  scoresPerSecond: number;
  /** Scores of each of the last 60 whole seconds, oldest first. */
  lastMinute: number[];
  byMode: { modeId: string; scoresPerSecond: number }[];
  /** Players with a game in the last five minutes, to about 1 %. */
  activePlayers: number;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const SECONDS_SHOWN = 60;
const SECONDS_AVERAGED = 10;
const MINUTES_ACTIVE = 5;

export async function readActivity(redis: Redis, now: Date): Promise<Activity> {
  const at = now.getTime();
  const seconds = Array.from({ length: SECONDS_SHOWN }, (_, index) =>
    scoresKey(at - (SECONDS_SHOWN - index) * SECOND_MS),
  );
  const minutes = Array.from({ length: MINUTES_ACTIVE }, (_, index) =>
    playersKey(at - index * MINUTE_MS),
  );
  const [counts, activePlayers] = await Promise.all([
    Promise.all(seconds.map((key) => redis.hgetall(key))),
    redis.pfcount(...minutes),
  ]);
  const lastMinute = counts.map((modes) =>
    Object.values(modes).reduce((sum, count) => sum + Number(count), 0),
  );
  const averaged = counts.slice(-SECONDS_AVERAGED);
  const byMode = new Map<string, number>();
  for (const [modeId, count] of averaged.flatMap((modes) => Object.entries(modes))) {
    byMode.set(modeId, (byMode.get(modeId) ?? 0) + Number(count));
  }
  const sum = lastMinute.slice(-SECONDS_AVERAGED).reduce((total, count) => total + count, 0);
  return {
    at: now,
    scoresPerSecond: sum / SECONDS_AVERAGED,
    lastMinute,
    byMode: Array.from(byMode, ([modeId, count]) => ({
      modeId,
      scoresPerSecond: count / SECONDS_AVERAGED,
    })),
    activePlayers,
  };
}
