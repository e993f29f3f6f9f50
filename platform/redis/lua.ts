import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Redis } from 'ioredis';

/** Runs a script: its keys (all in one hash slot), then its arguments. */
export type LuaScript = (
  redis: Redis,
  keys: readonly string[],
  args: readonly (string | number)[],
) => Promise<unknown>;

/** Reads a script once and runs it by hash; only a server that has never seen it receives the source. */
export function luaScript(file: URL): LuaScript {
  const source = readFileSync(file, 'utf8');
  const sha = createHash('sha1').update(source).digest('hex');

  return async (redis, keys, args) => {
    try {
      return await redis.evalsha(sha, keys.length, ...keys, ...args);
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
      return redis.eval(source, keys.length, ...keys, ...args);
    }
  };
}
