import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { luaScript } from '#platform/redis/lua.ts';

const script = luaScript(new URL('./count-wrong-password.lua', import.meta.url));

/** Wrong passwords for one e-mail address, until `endsAt`. */
export interface WrongPasswords {
  count: number;
  endsAt: number;
}

export async function countWrongPassword(
  redis: Redis,
  email: string,
  now: number,
  windowMs: number,
): Promise<void> {
  await script(redis, [windowKey(email)], [now, windowMs]);
}

export async function findWrongPasswords(redis: Redis, email: string): Promise<WrongPasswords> {
  const [count, endsAt] = await redis.hmget(windowKey(email), 'count', 'endsAt');
  return { count: Number(count ?? 0), endsAt: Number(endsAt ?? 0) };
}

export async function forgetWrongPasswords(redis: Redis, email: string): Promise<void> {
  await redis.del(windowKey(email));
}

/** A hash, because addresses are of any length and no business of whoever reads keys. */
function windowKey(email: string): string {
  const name = createHash('sha256').update(email.toLowerCase()).digest('base64url');
  return `accounts:{${name}}:wrong-passwords`;
}
