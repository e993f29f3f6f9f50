import type { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import { createGuard } from '#platform/resilience/guard.ts';
import type { Log } from '#platform/telemetry/log.ts';
import {
  countWrongPassword,
  findWrongPasswords,
  forgetWrongPasswords,
  type WrongPasswords,
} from '../data/wrong-passwords.ts';

export interface LoginThrottle {
  /** When signing in is possible again; undefined when it is now. */
  blockedUntil: (email: string) => Promise<Date | undefined>;
  countWrong: (email: string) => Promise<void>;
  /** After a right password. */
  forget: (email: string) => Promise<void>;
}

export interface LoginThrottleOptions {
  redis: Redis;
  log: Log;
  now: () => Date;
  maxWrong: number;
  windowMs: number;
}

const REDIS_TIMEOUT_MS = 500;
const MAX_REMEMBERED = 10_000;

/**
 * Wrong passwords an e-mail address, in windows. All replicas count in Redis; each counts in its own
 * memory, too, and goes by that alone while Redis does not answer. Whether an address has an account
 * makes no difference.
 */
export function createLoginThrottle(options: LoginThrottleOptions): LoginThrottle {
  const { redis, log, now, maxWrong, windowMs } = options;
  const remembered = new LRUCache<string, WrongPasswords>({ max: MAX_REMEMBERED });
  const guard = createGuard({ timeoutMs: REDIS_TIMEOUT_MS });

  return {
    async blockedUntil(email) {
      const counted = await ask(() => findWrongPasswords(redis, email));
      const { count, endsAt } = counted ?? remember(email);
      return count >= maxWrong && endsAt > now().getTime() ? new Date(endsAt) : undefined;
    },

    async countWrong(email) {
      const { count, endsAt } = remember(email);
      remembered.set(email.toLowerCase(), { count: count + 1, endsAt });
      await ask(() => countWrongPassword(redis, email, now().getTime(), windowMs));
    },

    async forget(email) {
      remembered.delete(email.toLowerCase());
      await ask(() => forgetWrongPasswords(redis, email));
    },
  };

  function remember(email: string): WrongPasswords {
    const known = remembered.get(email.toLowerCase());
    if (known !== undefined && known.endsAt > now().getTime()) return known;
    return { count: 0, endsAt: now().getTime() + windowMs };
  }

  async function ask<Answer>(command: () => Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await guard.execute(command);
    } catch (error) {
      log.warn({ err: error }, 'wrong passwords are counted by this replica alone');
      return undefined;
    }
  }
}
