import type { Redis } from 'ioredis';
import { luaScript } from '#platform/redis/lua.ts';
import type { NotificationChannel, NotificationPriority } from '../domain/notification.ts';

const takeTokens = luaScript(new URL('./take-tokens.lua', import.meta.url));

/** The part of a second's messages that is kept for those of higher priority. */
const RESERVED: Record<NotificationPriority, number> = { HIGH: 0, NORMAL: 0.2, LOW: 0.5 };

/** What a provider takes a second, over all replicas: a token bucket in Redis. */
export interface RateLimit {
  /** Returns how many of these may go now. Without Redis none may: a provider's limit is a contract. */
  take: (
    channel: NotificationChannel,
    perSecond: number,
    priority: NotificationPriority,
    wanted: number,
  ) => Promise<number>;
  /** How many might go now. */
  look: (
    channel: NotificationChannel,
    perSecond: number,
    priority: NotificationPriority,
  ) => Promise<number>;
}

export function createRateLimit(redis: Redis, now: () => Date): RateLimit {
  async function ask(
    channel: NotificationChannel,
    perSecond: number,
    priority: NotificationPriority,
    wanted: number,
  ): Promise<[taken: number, left: number]> {
    const reserve = Math.floor(perSecond * RESERVED[priority]);
    const args = [perSecond, wanted, reserve, now().getTime()];
    const answer = await takeTokens(redis, [`accounts:{${channel}}:provider-tokens`], args);
    return answer as [number, number];
  }

  return {
    take: async (...request) => (await ask(...request))[0],
    look: async (...bucket) => (await ask(...bucket, 0))[1],
  };
}
