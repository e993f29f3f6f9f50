import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Redis } from 'ioredis';

/** Runs a script: its keys (all in one hash slot), then its arguments. */
export type LuaScript = (
  redis: Redis,
  keys: readonly string[],
  args: readonly (string | number | Buffer)[],
) => Promise<unknown>;

/** Reads a script once and runs it by hash; only a server that has never seen it receives the source. */
export function luaScript(file: URL): LuaScript {
  return readScript(file, (redis, command, args) => redis.call(command, ...args));
}

/** The same for a script whose answer holds bytes: its strings arrive as buffers. */
export function binaryLuaScript(file: URL): LuaScript {
  return readScript(file, (redis, command, args) => redis.callBuffer(command, ...args));
}

type Send = (
  redis: Redis,
  command: 'EVALSHA' | 'EVAL',
  args: (string | number | Buffer)[],
) => Promise<unknown>;

function readScript(file: URL, send: Send): LuaScript {
  const source = readFileSync(file, 'utf8');
  const sha = createHash('sha1').update(source).digest('hex');

  return async (redis, keys, args) => {
    try {
      return await send(redis, 'EVALSHA', [sha, keys.length, ...keys, ...args]);
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
      return send(redis, 'EVAL', [source, keys.length, ...keys, ...args]);
    }
  };
}
