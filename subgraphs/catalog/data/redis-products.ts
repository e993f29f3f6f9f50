import type { Redis } from 'ioredis';
import { luaScript } from '#platform/redis/lua.ts';
import { createGuard } from '#platform/resilience/guard.ts';
import type { Log } from '#platform/telemetry/log.ts';
import type { Product } from '../domain/product.ts';

const putIfNewer = luaScript(new URL('./put-if-newer.lua', import.meta.url));

/** Past this PostgreSQL answers sooner than Redis would. */
const TIMEOUT_MS = 250;
/** Failures in a row until Redis is left alone for a while. */
const FAILURES = 5;
const OPEN_MS = 2_000;
/** Copies made at one moment end spread over this part of their time. */
const JITTER = 0.1;

export interface Copy {
  product: Product;
  ttlSeconds: number;
}

/** Copies of products in Redis, which all replicas share. */
export interface RedisProducts {
  /** In the order of the ids. Never throws: without Redis it finds nothing. */
  find: (ids: readonly string[]) => Promise<(Product | undefined)[]>;
  /** Keeps copies unless a later revision is there already. Never throws: without Redis it keeps nothing. */
  put: (copies: readonly Copy[]) => Promise<void>;
  /** The same, but throws when Redis does not take them. */
  insist: (copies: readonly Copy[]) => Promise<void>;
}

export interface RedisProductsOptions {
  redis: Redis;
  log: Log;
  /** From 0 to 1. */
  random?: () => number;
}

export function createRedisProducts(options: RedisProductsOptions): RedisProducts {
  const { redis, log, random = Math.random } = options;
  const guard = createGuard({ timeoutMs: TIMEOUT_MS, failures: FAILURES, openMs: OPEN_MS });
  let isDown = false;

  const insist = async (copies: readonly Copy[]): Promise<void> => {
    await Promise.all(
      copies.map(({ product, ttlSeconds }) => {
        const seconds = Math.max(1, Math.round(ttlSeconds * (1 - JITTER * random())));
        const args = [product.revision, JSON.stringify(product), seconds];
        return putIfNewer(redis, [productKey(product.id)], args);
      }),
    );
  };

  return {
    async find(ids) {
      // Commands of one turn travel together. MGET would do the same, but not across a cluster's slots.
      const texts = await attempt(() => Promise.all(ids.map((id) => redis.get(productKey(id)))));
      return ids.map((_id, index) => parse(texts?.[index]));
    },
    async put(copies) {
      if (copies.length > 0) await attempt(() => insist(copies));
    },
    insist,
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
