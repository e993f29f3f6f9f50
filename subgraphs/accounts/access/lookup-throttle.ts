import type { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import { AppError } from '#platform/errors.ts';
import { createGuard } from '#platform/resilience/guard.ts';
import type { Log } from '#platform/telemetry/log.ts';
import { countLookup, type Lookups } from '../data/lookups.ts';

/** Counts a look-up of people; throws RATE_LIMITED when a user has made too many. */
export type LookupThrottle = (userId: string) => Promise<void>;

export interface LookupThrottleOptions {
  redis: Redis;
  log: Log;
  now: () => Date;
  perMinute: number;
}

const WINDOW_MS = 60_000;
const REDIS_TIMEOUT_MS = 500;
const MAX_REMEMBERED = 10_000;

/**
 * Who looks up name after name would have the list of all users in the end. All replicas count in Redis; each goes by
 * its own memory while Redis does not answer.
 */
export function createLookupThrottle(options: LookupThrottleOptions): LookupThrottle {
  const { redis, log, now, perMinute } = options;
  const remembered = new LRUCache<string, { count: number; endsAt: number }>({
    max: MAX_REMEMBERED,
  });
  const guard = createGuard({ timeoutMs: REDIS_TIMEOUT_MS });

  return async (userId) => {
    const { count, leftMs } = await counted(userId);
    if (count <= perMinute) return;
    const retryAfterSeconds = Math.max(1, Math.ceil(leftMs / 1_000));
    throw new AppError(
      'RATE_LIMITED',
      `people can be looked up ${perMinute} times a minute; try again in ${retryAfterSeconds} s`,
      { details: { retryAfterSeconds } },
    );
  };

  async function counted(userId: string): Promise<Lookups> {
    try {
      return await guard.execute(() => countLookup(redis, userId, WINDOW_MS));
    } catch (error) {
      log.warn({ err: error }, 'look-ups of people are counted by this replica alone');
      return countHere(userId);
    }
  }

  function countHere(userId: string): Lookups {
    const at = now().getTime();
    const known = remembered.get(userId);
    const window = known && known.endsAt > at ? known : { count: 0, endsAt: at + WINDOW_MS };
    window.count += 1;
    remembered.set(userId, window);
    return { count: window.count, leftMs: window.endsAt - at };
  }
}
