import type { Redis } from 'ioredis';
import { luaScript } from '#platform/redis/lua.ts';
import { createGuard } from '#platform/resilience/guard.ts';
import type { Log } from '#platform/telemetry/log.ts';
import { counter, type Metrics } from '#platform/telemetry/metrics.ts';
import type { Product } from '../domain/product.ts';

const putIfNewer = luaScript(new URL('./put-if-newer.lua', import.meta.url));

/** Past this PostgreSQL answers sooner than Redis would. */
const TIMEOUT_MS = 250;
/** Failures in a row until Redis is left alone for a while. */
const FAILURES = 5;
const OPEN_MS = 2_000;

/** Products in Redis. Never throws: without Redis it finds nothing and keeps nothing. */
export interface ProductCache {
  /** In the order of the ids. */
  find: (ids: readonly string[]) => Promise<(Product | undefined)[]>;
  /** Keeps products unless a later revision is there already. */
  put: (products: readonly Product[]) => Promise<void>;
}

export interface ProductCacheOptions {
  redis: Redis;
  ttlSeconds: number;
  log: Log;
  metrics: Metrics;
}

export function createProductCache(options: ProductCacheOptions): ProductCache {
  const { redis, ttlSeconds, log, metrics } = options;
  const guard = createGuard({ timeoutMs: TIMEOUT_MS, failures: FAILURES, openMs: OPEN_MS });
  const reads = counter(metrics, {
    name: 'catalog_product_cache_reads_total',
    help: 'Products looked for in the cache, by what came of it.',
    labelNames: ['result'],
  });
  let isDown = false;

  return {
    async find(ids) {
      // Commands of one turn travel together. MGET would do the same, but not across a cluster's slots.
      const texts = await attempt(() => Promise.all(ids.map((id) => redis.get(productKey(id)))));
      const products = ids.map((_id, index) => parse(texts?.[index]));
      const hits = products.filter((product) => product !== undefined).length;
      reads.inc({ result: 'hit' }, hits);
      reads.inc({ result: texts === undefined ? 'error' : 'miss' }, ids.length - hits);
      return products;
    },

    async put(products) {
      await attempt(() =>
        Promise.all(
          products.map((product) =>
            putIfNewer(
              redis,
              [productKey(product.id)],
              [product.revision, JSON.stringify(product), ttlSeconds],
            ),
          ),
        ),
      );
    },
  };

  async function attempt<Result>(call: () => Promise<Result>): Promise<Result | undefined> {
    try {
      const result = await guard.execute(call);
      if (isDown) log.info('product cache works again');
      isDown = false;
      return result;
    } catch (error) {
      if (!isDown) log.warn({ err: error }, 'product cache does not answer: reading the database');
      isDown = true;
      return undefined;
    }
  }
}

/** The braces keep a product's keys in one cluster slot. */
export function productKey(id: string): string {
  return `catalog:{${id}}:product`;
}

/** What does not read as a product counts as missing. */
function parse(text: string | null | undefined): Product | undefined {
  if (text == null) return undefined;
  try {
    const product = JSON.parse(text.slice(text.indexOf(' ') + 1)) as Product;
    return {
      ...product,
      createdAt: new Date(product.createdAt),
      updatedAt: new Date(product.updatedAt),
    };
  } catch {
    return undefined;
  }
}
