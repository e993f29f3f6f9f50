import type { Redis } from 'ioredis';
import { luaScript } from '#platform/redis/lua.ts';

const takeScript = luaScript(new URL('./take-turn.lua', import.meta.url));

/** The braces name the user's slot. */
export const checkoutTurnsKey = (userId: string) => `orders:{${userId}}:checkouts`;

export interface Turn {
  key: string;
  /** The same again takes no other turn. */
  taker: string;
  now: Date;
  windowMs: number;
  limit: number;
}

/** 0 when the turn is taken, else in how many milliseconds the next one is free. */
export async function takeTurn(redis: Redis, turn: Turn): Promise<number> {
  const { key, taker, now, windowMs, limit } = turn;
  return Number(await takeScript(redis, [key], [now.getTime(), windowMs, limit, taker]));
}
