import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { luaScript } from '../../platform/redis/lua.ts';
import { createGuard } from '../../platform/resilience/guard.ts';
import type { Log } from '../../platform/telemetry/log.ts';

/** Texts of automatic persisted queries that another gateway was told. */
export interface SharedTexts {
  /** Undefined when nobody was told, or Redis does not answer. */
  find: (hash: string) => Promise<string | undefined>;
  keep: (hash: string, text: string) => void;
}

export interface SharedTextsOptions {
  redis: Redis;
  log: Log;
  /** Put before the names of its keys. */
  prefix?: string;
  maxTexts?: number;
  now?: () => number;
}

/** Longer ones stay with the gateway that was told. With MAX_TEXTS that is 50 MB of Redis at most. */
const MAX_TEXT_LENGTH = 10_000;
const MAX_TEXTS = 5_000;
const TTL_MS = 24 * 3_600_000;
/** A client whose text is not found sends it again: nobody waits for Redis. */
const REDIS_TIMEOUT_MS = 250;

const keepText = luaScript(new URL('keep-text.lua', import.meta.url));

export function createSharedTexts(options: SharedTextsOptions): SharedTexts {
  const { redis, log, prefix = '', maxTexts = MAX_TEXTS, now = Date.now } = options;
  const guard = createGuard({ timeoutMs: REDIS_TIMEOUT_MS, failures: 3 });
  const texts = `${prefix}gateway:{apq}:texts`;
  const uses = `${prefix}gateway:{apq}:uses`;
  let isAway = false;

  return {
    async find(hash) {
      const text = await unlessAway(() => redis.hget(texts, hash));
      // What is not what it is said to be would run under a trusted name.
      if (text == null || sha256(text) !== hash) return undefined;
      void unlessAway(() => redis.zadd(uses, 'XX', now(), hash));
      return text;
    },

    keep(hash, text) {
      if (text.length > MAX_TEXT_LENGTH) return;
      const args = [hash, text, now(), TTL_MS, maxTexts];
      void unlessAway(() => keepText(redis, [texts, uses], args));
    },
  };

  async function unlessAway<Result>(ask: () => Promise<Result>): Promise<Result | undefined> {
    try {
      const result = await guard.execute(ask);
      isAway = false;
      return result;
    } catch (error) {
      if (!isAway)
        log.warn({ err: error }, 'persisted queries are not shared: redis does not answer');
      isAway = true;
      return undefined;
    }
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
