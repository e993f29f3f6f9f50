import type { Redis } from 'ioredis';
import { counter, type Metrics } from '#platform/telemetry/metrics.ts';

/** Where a product was found. */
export type FoundIn = 'memory' | 'redis' | 'database' | 'nowhere';

/** Reads of products by where they were found, over all replicas, of this hour and the one before. */
export interface CacheReadTotals {
  since: Date;
  reads: Record<FoundIn, number>;
  /** The same of the most read products alone. */
  hotReads: Record<FoundIn, number>;
}

export interface CacheReads {
  count: (foundIn: FoundIn, isHot: boolean, products: number) => void;
  read: () => Promise<CacheReadTotals>;
  flush: () => Promise<void>;
}

const HOUR_MS = 3_600_000;
const KEPT_SECONDS = 3 * 3_600;
const FLUSH_MS = 5_000;
const PLACES: readonly FoundIn[] = ['memory', 'redis', 'database', 'nowhere'];

export function createCacheReads(redis: Redis, metrics: Metrics, now: () => Date): CacheReads {
  const total = counter(metrics, {
    name: 'catalog_product_cache_reads_total',
    help: 'Products looked for by id, by where they were found, and whether they are among the most read.',
    labelNames: ['result', 'hot'],
  });
  // At most eight fields.
  const unsent = new Map<string, number>();
  let flushedAt = now().getTime();

  async function flush(): Promise<void> {
    flushedAt = now().getTime();
    const fields = [...unsent];
    unsent.clear();
    if (fields.length === 0) return;
    const key = hourKey(hourOf(now()));
    await Promise.all([
      ...fields.map(([field, reads]) => redis.hincrby(key, field, reads)),
      redis.expire(key, KEPT_SECONDS),
    ]);
  }

  return {
    count(foundIn, isHot, products) {
      if (products === 0) return;
      total.inc({ result: foundIn, hot: String(isHot) }, products);
      const field = fieldOf(foundIn, isHot);
      unsent.set(field, (unsent.get(field) ?? 0) + products);
      // Numbers that do not arrive are lost; the metrics have them.
      if (now().getTime() - flushedAt >= FLUSH_MS) flush().catch(() => undefined);
    },

    async read() {
      await flush();
      const hour = hourOf(now());
      const hours = await Promise.all([hour - 1, hour].map((each) => redis.hgetall(hourKey(each))));
      const sum = (places: readonly string[]) =>
        hours.reduce(
          (all, fields) => all + places.reduce((own, name) => own + Number(fields[name] ?? 0), 0),
          0,
        );
      const readsOf = (hotness: readonly boolean[]) =>
        Object.fromEntries(
          PLACES.map((place) => [place, sum(hotness.map((isHot) => fieldOf(place, isHot)))]),
        ) as Record<FoundIn, number>;
      return {
        since: new Date((hour - 1) * HOUR_MS),
        reads: readsOf([true, false]),
        hotReads: readsOf([true]),
      };
    },

    flush,
  };
}

const fieldOf = (foundIn: FoundIn, isHot: boolean) => (isHot ? `hot:${foundIn}` : foundIn);
const hourOf = (time: Date) => Math.floor(time.getTime() / HOUR_MS);
const hourKey = (hour: number) => `catalog:cache-reads:${hour}`;
