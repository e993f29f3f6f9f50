import type { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import { createLocalWindow, createSharedWindow } from '../../platform/redis/sliding-window.ts';
import { createGuard } from '../../platform/resilience/guard.ts';
import type { Log } from '../../platform/telemetry/log.ts';
import { counter, type Metrics } from '../../platform/telemetry/metrics.ts';

/** Counts what somebody uses within a minute, whenever that begins. */
export interface RateLimit {
  /** Takes points; resolves to the seconds to wait when there are not enough left, and to 0 otherwise. */
  take: (key: string, points: number, pointsPerMinute: number) => Promise<number>;
}

export interface RateLimitOptions {
  /** Shared by all gateways; without it each counts for itself. */
  redis?: Redis | undefined;
  log: Log;
  metrics: Metrics;
}

const WINDOW_MS = 60_000;
/** Redis answers in a millisecond or is not there: nobody waits for it. */
const REDIS_TIMEOUT_MS = 250;
/** How many callers a gateway remembers when it counts for itself. */
const MAX_LOCAL_KEYS = 50_000;

/** A refusal holds for as many points or more, until there is room for them. */
interface Refusal {
  points: number;
  until: number;
}

/**
 * Counts in Redis, in a window of a minute that slides. While Redis is away each gateway counts for itself,
 * so that a limit is as many times as high as there are gateways.
 */
export function createRateLimit({ redis, log, metrics }: RateLimitOptions): RateLimit {
  const takeLocally = createLocalWindow({ windowMs: WINDOW_MS, maxKeys: MAX_LOCAL_KEYS });
  /** A flood of who has used up a window does not reach Redis. */
  const refused = new LRUCache<string, Refusal>({ max: MAX_LOCAL_KEYS });
  const guard = createGuard({ timeoutMs: REDIS_TIMEOUT_MS, failures: 3 });
  const takeShared = redis && createSharedWindow(redis, { windowMs: WINDOW_MS });
  const fallbacks = counter(metrics, {
    name: 'gateway_rate_limit_local_total',
    help: 'requests counted in this process because Redis did not answer',
  });
  let isAway = false;

  return {
    async take(key, points, pointsPerMinute) {
      const known = refused.get(key);
      const now = Date.now();
      if (known !== undefined && known.until > now && points >= known.points) {
        return secondsOf(known.until - now);
      }
      const waitMs = await consume(key, points, pointsPerMinute);
      if (waitMs === 0) return 0;
      refused.set(key, { points, until: Date.now() + waitMs });
      return secondsOf(waitMs);
    },
  };

  async function consume(key: string, points: number, limit: number): Promise<number> {
    if (takeShared === undefined) return takeLocally(key, points, limit);
    try {
      const waitMs = await guard.execute(() =>
        takeShared(`gateway:{${key}}:window`, points, limit),
      );
      isAway = false;
      return waitMs;
    } catch (error) {
      if (!isAway) log.warn({ err: error }, 'rate limits are counted here: redis does not answer');
      isAway = true;
      fallbacks.inc();
      return takeLocally(key, points, limit);
    }
  }
}

const secondsOf = (ms: number): number => Math.max(1, Math.ceil(ms / 1000));
