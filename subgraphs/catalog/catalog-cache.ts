import type { Redis } from 'ioredis';
import type { SettingsOf } from '#platform/config/settings.ts';
import type { Live } from '#platform/live/live.ts';
import type { Log } from '#platform/telemetry/log.ts';
import type { Metrics } from '#platform/telemetry/metrics.ts';
import { createCacheReads } from './data/cache-reads.ts';
import { createMemoryProducts } from './data/memory-products.ts';
import { createPopularity } from './data/popularity.ts';
import { createProductCache } from './data/product-cache.ts';
import { createProductLists } from './data/product-lists.ts';
import { createRedisProducts } from './data/redis-products.ts';
import { announceChanges } from './events/catalog-live.ts';
import type { ProductConnectionModel } from './models.ts';
import type { catalogSettings } from './settings.ts';

export interface CatalogCacheOptions {
  settings: SettingsOf<typeof catalogSettings>;
  redis: Redis;
  live: Pick<Live, 'publish'>;
  log: Log;
  metrics: Metrics;
  now: () => Date;
}

/** The tiers of the catalog's cache and what is known of them. */
export function createCatalogCache(options: CatalogCacheOptions) {
  const { settings, redis, live, log, metrics, now } = options;
  const memory = createMemoryProducts({
    maxProducts: settings.CATALOG_MEMORY_PRODUCTS,
    freshMs: settings.CATALOG_MEMORY_MS,
  });
  const popularity = createPopularity({
    redis,
    log,
    hotProducts: settings.CATALOG_HOT_PRODUCTS,
    warmProducts: settings.CATALOG_WARM_PRODUCTS,
    now,
  });
  const reads = createCacheReads(redis, metrics, now);
  const cache = createProductCache({
    memory,
    redis: createRedisProducts({ redis, log }),
    popularity,
    reads,
    ttlSeconds: {
      HOT: settings.CATALOG_CACHE_TTL_SECONDS,
      WARM: settings.CATALOG_WARM_TTL_SECONDS,
    },
    announce: announceChanges(live, log),
  });
  const lists = createProductLists<ProductConnectionModel>({ freshMs: settings.CATALOG_LIST_MS });
  return { memory, popularity, reads, cache, lists };
}
