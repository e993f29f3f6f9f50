import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Redis } from 'ioredis';

/** Runs a script: its keys (all in one hash slot), then its arguments. */
export type LuaScript = (
  redis: Redis,
  keys: readonly string[],
  args: readonly (string | number | Buffer)[],
) => Promise<unknown>;

/**
 * Reads a script once and runs it by hash; only a server that has never seen it receives the source. Files before the last
 * hold functions that several scripts share.
 */
export function luaScript(...files: readonly URL[]): LuaScript {
  return readScript(files, {
    run: (redis, sha, [keyCount, ...rest]) => redis.evalsha(sha, keyCount, ...rest),
    load: (redis, source, [keyCount, ...rest]) => redis.eval(source, keyCount, ...rest),
  });
}

/** The same for a script whose answer holds bytes: its strings arrive as buffers. */
export function binaryLuaScript(...files: readonly URL[]): LuaScript {
  return readScript(files, {
    run: (redis, sha, args) => (redis as unknown as BinaryRedis).evalshaBuffer(sha, ...args),
    load: (redis, source, args) => (redis as unknown as BinaryRedis).evalBuffer(source, ...args),
  });
}

/** The number of keys, the keys, the arguments. */
type ScriptArgs = [number, ...(string | number | Buffer)[]];
type Send = (redis: Redis, script: string, args: ScriptArgs) => Promise<unknown>;

/** What the client has and its types leave out; its `callBuffer` loses the command's name when it pipelines. */
interface BinaryRedis {
  evalshaBuffer: (sha: string, ...args: ScriptArgs) => Promise<unknown>;
  evalBuffer: (source: string, ...args: ScriptArgs) => Promise<unknown>;
}

function readScript(files: readonly URL[], { run, load }: { run: Send; load: Send }): LuaScript {
  const source = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  const sha = createHash('sha1').update(source).digest('hex');

  return async (redis, keys, args) => {
    try {
      return await run(redis, sha, [keys.length, ...keys, ...args]);
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
      return load(redis, source, [keys.length, ...keys, ...args]);
    }
  };
}
