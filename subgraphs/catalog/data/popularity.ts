import type { Redis } from 'ioredis';
import { luaScript } from '#platform/redis/lua.ts';
import type { Log } from '#platform/telemetry/log.ts';

const countReads = luaScript(new URL('./count-reads.lua', import.meta.url));

/** How much of Redis a product may have. */
export type Tier = 'HOT' | 'WARM' | 'COLD';

/**
 * Which products are read most, over all replicas. Reads are counted in memory and brought to a sorted set
 * in Redis now and then. A count weighs twice as much as one of a half-life ago (forward decay: Cormode et
 * al., "Forward Decay", ICDE 2009), so that nothing has to be halved: only the order matters.
 */
export interface Popularity {
  count: (ids: readonly string[]) => void;
  /** In the order of the ids. Never throws: what is not known counts as WARM. */
  tiersOf: (ids: readonly string[]) => Promise<Tier[]>;
  /** Whether it is among the most read, as of the last look. */
  isHot: (id: string) => boolean;
  /** The most read first. */
  listTop: (limit: number) => Promise<string[]>;
  countRanked: () => Promise<number>;
  flush: () => Promise<void>;
}

export interface PopularityOptions {
  redis: Redis;
  log: Log;
  hotProducts: number;
  warmProducts: number;
  now: () => Date;
}

const HALF_LIFE_MS = 24 * 3_600_000;
/** A weight is 2 to the power of at most this: a double holds up to 2 to the 1023rd. */
const HALF_LIVES_A_KEY = 512;
const FLUSH_MS = 2_000;
const HOT_AGE_MS = 30_000;
/** Different products counted between two flushes; reads of further ones are not counted. */
const MAX_COUNTED = 10_000;
/** The least popular are removed when so many are too many, not at every flush. */
const SLACK = 1_000;
/** Arguments of one script: Lua's stack holds no more than about 8,000 in one call. */
const MAX_PAIRS = 2_000;

export function createPopularity(options: PopularityOptions): Popularity {
  const { redis, log, hotProducts, warmProducts, now } = options;
  const counts = new Map<string, number>();
  let flushing: Promise<void> | undefined;
  let flushedAt = now().getTime();
  let hot: ReadonlySet<string> = new Set();
  let hotReadAt = Number.NEGATIVE_INFINITY;
  let isDown = false;

  async function listTop(limit: number): Promise<string[]> {
    const [current, before] = keysAt(now());
    const top = await redis.zrevrange(current, 0, limit - 1);
    if (top.length === limit) return top;
    // A key has just begun, or the shop is small.
    const older = await redis.zrevrange(before, 0, limit - 1);
    return [...new Set([...top, ...older])].slice(0, limit);
  }

  async function bring(): Promise<void> {
    const entries = [...counts];
    counts.clear();
    const [key] = keysAt(now());
    const weight = weightAt(now());
    for (let start = 0; start < entries.length; start += MAX_PAIRS) {
      const pairs = entries.slice(start, start + MAX_PAIRS);
      const args = pairs.flatMap(([id, reads]) => [id, reads * weight]);
      await countReads(redis, [key], [warmProducts, SLACK, ...args]);
    }
    if (now().getTime() - hotReadAt >= HOT_AGE_MS) {
      hotReadAt = now().getTime();
      hot = new Set(await listTop(hotProducts));
    }
  }

  /** Counts that do not arrive are lost: popularity is an estimate. */
  async function flush(): Promise<void> {
    flushedAt = now().getTime();
    flushing ??= bring()
      .then(() => void (isDown = false))
      .catch((error: unknown) => {
        if (!isDown) log.warn({ err: error }, 'reads of products are not counted');
        isDown = true;
      })
      .finally(() => (flushing = undefined));
    await flushing;
  }

  return {
    count(ids) {
      for (const id of ids) {
        const reads = counts.get(id);
        if (reads !== undefined) counts.set(id, reads + 1);
        else if (counts.size < MAX_COUNTED) counts.set(id, 1);
      }
      if (now().getTime() - flushedAt >= FLUSH_MS) void flush();
    },

    async tiersOf(ids) {
      if (ids.length === 0) return [];
      const [key] = keysAt(now());
      try {
        const [scores, ranked] = await Promise.all([redis.zmscore(key, ...ids), redis.zcard(key)]);
        return ids.map((id, at) => {
          if (hot.has(id)) return 'HOT';
          return scores[at] != null || ranked < warmProducts ? 'WARM' : 'COLD';
        });
      } catch {
        return ids.map(() => 'WARM');
      }
    },

    isHot: (id) => hot.has(id),
    listTop,
    countRanked: () => redis.zcard(keysAt(now())[0]),
    flush,
  };
}

/** The current key and the one before. */
function keysAt(time: Date): [string, string] {
  const turn = Math.floor(time.getTime() / (HALF_LIFE_MS * HALF_LIVES_A_KEY));
  return [popularityKey(turn), popularityKey(turn - 1)];
}

const popularityKey = (turn: number) => `catalog:popularity:${turn}`;

function weightAt(time: Date): number {
  return 2 ** ((time.getTime() / HALF_LIFE_MS) % HALF_LIVES_A_KEY);
}
