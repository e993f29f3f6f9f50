import type { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { createGuard } from '../../platform/resilience/guard.ts';
import type { Log } from '../../platform/telemetry/log.ts';
import { counter, type Metrics } from '../../platform/telemetry/metrics.ts';

/** Counts what somebody uses within a minute. */
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

/**
 * Counts in Redis, in windows of a minute that begin with a caller's first request. While Redis is away
 * each gateway counts for itself, so that a limit is as many times as high as there are gateways.
 */
export function createRateLimit({ redis, log, metrics }: RateLimitOptions): RateLimit {
  const local = createLocalWindows();
  /** Who has used up a window, until it ends: a flood does not reach Redis. */
  const blocked = new LRUCache<string, number>({ max: MAX_LOCAL_KEYS });
  const guard = createGuard({ timeoutMs: REDIS_TIMEOUT_MS, failures: 3 });
  const shared =
    redis &&
    new RateLimiterRedis({
      storeClient: redis,
      keyPrefix: 'gateway',
      points: Number.MAX_SAFE_INTEGER,
      duration: WINDOW_MS / 1000,
      rejectIfRedisNotReady: true,
    });
  const fallbacks = counter(metrics, {
    name: 'gateway_rate_limit_local_total',
    help: 'requests counted in this process because Redis did not answer',
  });
  let isAway = false;

  return {
    async take(key, points, pointsPerMinute) {
      const until = blocked.get(key);
      if (until !== undefined && until > Date.now()) return secondsUntil(until);

      const { used, endsAt } = await consume(key, points);
      if (used <= pointsPerMinute) return 0;
      blocked.set(key, endsAt);
      return secondsUntil(endsAt);
    },
  };

  async function consume(key: string, points: number): Promise<Window> {
    if (shared === undefined) return local(key, points);
    try {
      const { consumedPoints, msBeforeNext } = await guard.execute(() =>
        // Counts without a judgement: how many points are too many depends on who asks.
        shared.penalty(`{${key}}:rate`, points),
      );
      isAway = false;
      return { used: consumedPoints, endsAt: Date.now() + Math.max(1, msBeforeNext) };
    } catch (error) {
      if (!isAway) log.warn({ err: error }, 'rate limits are counted here: redis does not answer');
      isAway = true;
      fallbacks.inc();
      return local(key, points);
    }
  }
}

interface Window {
  used: number;
  endsAt: number;
}

function createLocalWindows() {
  const windows = new LRUCache<string, Window>({ max: MAX_LOCAL_KEYS });
  return (key: string, points: number): Window => {
    const now = Date.now();
    const open = windows.get(key);
    if (open !== undefined && open.endsAt > now) {
      open.used += points;
      return open;
    }
    const window = { used: points, endsAt: now + WINDOW_MS };
    windows.set(key, window);
    return window;
  };
}

const secondsUntil = (time: number): number => Math.max(1, Math.ceil((time - Date.now()) / 1000));
