import type { Redis } from 'ioredis';
import type { Log } from '#platform/telemetry/log.ts';
import { checkoutTurnsKey, takeTurn } from '../data/turns.ts';

/** 0 when the user may check out, else in how many milliseconds. The same key again is the same checkout. */
export type CheckoutRate = (userId: string, idempotencyKey: string) => Promise<number>;

export interface CheckoutRateParts {
  redis: Redis;
  log: Log;
  now: () => Date;
  /** Checkouts in a minute; 0 is no limit. */
  limit: number;
}

const WINDOW_MS = 60_000;

/** Without Redis everybody may: the rate keeps load away, and is no promise. */
export function createCheckoutRate({ redis, log, now, limit }: CheckoutRateParts): CheckoutRate {
  let isAway = false;

  return async (userId, idempotencyKey) => {
    if (limit === 0) return 0;
    const turn = { taker: idempotencyKey, now: now(), windowMs: WINDOW_MS, limit };
    try {
      const waitMs = await takeTurn(redis, { key: checkoutTurnsKey(userId), ...turn });
      isAway = false;
      return waitMs;
    } catch (error) {
      if (!isAway) log.warn({ err: error }, 'Redis does not answer: checkouts have no rate');
      isAway = true;
      return 0;
    }
  };
}
