import type { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import {
  createLocalWindow,
  createSharedWindow,
  type TakeFromSharedWindow,
} from '../../platform/redis/sliding-window.ts';
import { createGuard } from '../../platform/resilience/guard.ts';
import type { Log } from '../../platform/telemetry/log.ts';
import { counter, type Metrics } from '../../platform/telemetry/metrics.ts';
import { createCountBehind } from './count-behind.ts';

/** Counts what somebody uses within a minute, whenever that begins. */
export interface RateLimit {
  /** Takes points; resolves to the seconds to wait when there are not enough left, and to 0 otherwise. */
  take: (key: string, points: number, pointsPerMinute: number) => Promise<number>;
  /** The seconds to wait for so many points, as far as it is known here: takes nothing, and asks nobody. */
  waitOf: (key: string, points: number) => number;
}

export interface RateLimitOptions {
  /** Shared by all gateways; without it each counts for itself. */
  redis?: Redis | undefined;
  log: Log;
  metrics: Metrics;
  now?: () => number;
}

const WINDOW_MS = 60_000;
/** Redis answers in a millisecond or is not there: nobody waits for it. */
const REDIS_TIMEOUT_MS = 250;
/** How many callers a gateway remembers: what they have used, and until when they are refused. */
const MAX_LOCAL_KEYS = 50_000;

/** A refusal holds for as many points or more, until there is room for them. */
interface Refusal {
  points: number;
  until: number;
}

/**
 * Counts in Redis, in a window of a minute that slides; who is far from the limit does not wait for that. While Redis
 * is away each gateway counts for itself, so that a limit is as many times as high as there are gateways.
 */
export function createRateLimit(options: RateLimitOptions): RateLimit {
  const { redis, log, metrics, now = Date.now } = options;
  const takeLocally = createLocalWindow({ windowMs: WINDOW_MS, maxKeys: MAX_LOCAL_KEYS, now });
  /** A flood of who has used up a window does not reach Redis. */
  const refused = new LRUCache<string, Refusal>({ max: MAX_LOCAL_KEYS });
  const guard = createGuard({ timeoutMs: REDIS_TIMEOUT_MS, failures: 3 });
  const fallbacks = counter(metrics, {
    name: 'gateway_rate_limit_local_total',
    help: 'requests counted in this process because Redis did not answer',
  });
  const take =
    redis === undefined
      ? takeLocally
      : createCountBehind(
          askRedis(createSharedWindow(redis, { windowMs: WINDOW_MS })),
          MAX_LOCAL_KEYS,
        );

  return {
    waitOf,
    async take(key, points, pointsPerMinute) {
      const knownWait = waitOf(key, points);
      if (knownWait > 0) return knownWait;
      const waitMs = await take(key, points, pointsPerMinute);
      if (waitMs === 0) return 0;
      refused.set(key, { points, until: now() + waitMs });
      return secondsOf(waitMs);
    },
  };

  function waitOf(key: string, points: number): number {
    const known = refused.get(key);
    if (known === undefined || points < known.points) return 0;
    const waitMs = known.until - now();
    return waitMs > 0 ? secondsOf(waitMs) : 0;
  }

  /** What Redis says, or what has been used here while it does not answer. */
  function askRedis(takeShared: TakeFromSharedWindow): TakeFromSharedWindow {
    let isAway = false;
    return async (key, points, limit, spent = 0) => {
      try {
        const answer = await guard.execute(() =>
          takeShared(`gateway:{${key}}:window`, points, limit, spent),
        );
        isAway = false;
        return answer;
      } catch (error) {
        if (!isAway)
          log.warn({ err: error }, 'rate limits are counted here: redis does not answer');
        isAway = true;
        fallbacks.inc();
        if (spent > 0) takeLocally(key, spent, limit);
        // Nobody is known to be far from the limit now.
        return { waitMs: points > 0 ? takeLocally(key, points, limit) : 0, used: limit };
      }
    };
  }
}

const secondsOf = (ms: number): number => Math.max(1, Math.ceil(ms / 1000));
