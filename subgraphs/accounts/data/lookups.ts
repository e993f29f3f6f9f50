import type { Redis } from 'ioredis';
import { luaScript } from '#platform/redis/lua.ts';

const script = luaScript(new URL('./count-lookup.lua', import.meta.url));

/** How often a user has looked people up in a window, this time included, and when the window ends. */
export interface Lookups {
  count: number;
  leftMs: number;
}

export async function countLookup(
  redis: Redis,
  userId: string,
  windowMs: number,
): Promise<Lookups> {
  const answer = await script(redis, [`accounts:{${userId}}:lookups`], [windowMs]);
  const [count, leftMs] = answer as [number, number];
  return { count, leftMs };
}
