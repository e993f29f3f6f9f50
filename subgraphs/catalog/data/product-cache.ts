import type { Product } from '../domain/product.ts';
import type { CacheReads, FoundIn } from './cache-reads.ts';
import type { MemoryProducts } from './memory-products.ts';
import type { Popularity, Tier } from './popularity.ts';
import { findProducts } from './product.repository.ts';
import type { Copy, RedisProducts } from './redis-products.ts';
import type { Db } from './tables.ts';

/** A product that changed, and the revision that it has now. */
export type ChangedProduct = readonly [id: string, revision: number];

/** Products by id in three tiers: this replica's memory, Redis, PostgreSQL. */
export interface ProductCache {
  /** In the order of the ids, which are UUIDs in lower case. What many ask for at once is read once. */
  load: (db: Db, ids: readonly string[]) => Promise<(Product | undefined)[]>;
  /** After a change is committed: from here on nobody on this replica gets anything older. */
  put: (products: readonly Product[]) => Promise<void>;
  /** The same for a consumer: throws when Redis does not take them, so that it tries again. */
  insist: (products: readonly Product[]) => Promise<void>;
  /** Another replica has changed them. */
  onChanged: (changed: readonly ChangedProduct[]) => void;
  /** Changes may have been missed. */
  onGap: () => void;
  /** Reads products from the database and keeps them in memory and, for so long, in Redis. */
  warm: (db: Db, ids: readonly string[], ttlSeconds?: number) => Promise<number>;
}

export interface ProductCacheParts {
  memory: MemoryProducts;
  redis: RedisProducts;
  popularity: Popularity;
  reads: CacheReads;
  ttlSeconds: Readonly<Record<'HOT' | 'WARM', number>>;
  /** Tells the other replicas. */
  announce: (changed: readonly ChangedProduct[]) => Promise<void>;
}

/** Products of one statement. */
const MAX_WARMED = 1_000;

export function createProductCache(parts: ProductCacheParts): ProductCache {
  const { memory, redis, popularity, reads, ttlSeconds, announce } = parts;
  // Bounded by the requests that are under way.
  const underWay = new Map<string, Promise<Product | undefined>>();

  /** Who asks from here on must not be given what is being read. */
  function supersede([id, revision]: ChangedProduct): void {
    memory.setFloor(id, revision);
    underWay.delete(id);
  }

  const copyOf = (product: Product, tier: Tier | undefined): Copy[] =>
    tier === 'COLD' ? [] : [{ product, ttlSeconds: ttlSeconds[tier ?? 'WARM'] }];

  function countAll(ids: readonly string[], foundIn: FoundIn): void {
    const hot = ids.filter((id) => popularity.isHot(id)).length;
    reads.count(foundIn, true, hot);
    reads.count(foundIn, false, ids.length - hot);
  }

  function countKept(ids: readonly string[], kept: readonly (Product | null | undefined)[]): void {
    const found = ids.filter((_id, at) => kept[at] != null);
    countAll(found, 'memory');
    const absent = kept.filter((product) => product === null).length;
    if (absent > 0) reads.count('nowhere', false, absent);
  }

  async function readAll(db: Db, ids: readonly string[]): Promise<Map<string, Product>> {
    const found = new Map<string, Product>();
    for (const product of await redis.find(ids)) {
      // A copy that Redis was not told to replace is worth nothing.
      if (product !== undefined && !memory.isOutdated(product)) found.set(product.id, product);
    }
    const missing = ids.filter((id) => !found.has(id));
    countAll([...found.keys()], 'redis');
    if (missing.length > 0) {
      const [rows, tiers] = await Promise.all([
        findProducts(db, missing),
        popularity.tiersOf(missing),
      ]);
      const tierOf = new Map(missing.map((id, at) => [id, tiers[at]]));
      for (const product of rows) found.set(product.id, product);
      const absent = missing.filter((id) => !found.has(id));
      for (const id of absent) memory.keepAbsent(id);
      countAll(
        rows.map(({ id }) => id),
        'database',
      );
      countAll(absent, 'nowhere');
      await redis.put(rows.flatMap((product) => copyOf(product, tierOf.get(product.id))));
    }
    for (const product of found.values()) memory.keep(product);
    return found;
  }

  /** One read for all of these; others that ask for one of them meanwhile wait for the same. */
  function begin(db: Db, ids: readonly string[]): void {
    const reading = readAll(db, ids);
    for (const id of ids) {
      const product = reading.then((found) => found.get(id));
      underWay.set(id, product);
      const end = () => {
        if (underWay.get(id) === product) underWay.delete(id);
      };
      product.then(end, end);
    }
  }

  async function replace(
    products: readonly Product[],
    keep: (copies: readonly Copy[]) => Promise<void>,
  ): Promise<void> {
    if (products.length === 0) return;
    const changed = products.map(({ id, revision }): ChangedProduct => [id, revision]);
    for (const each of changed) supersede(each);
    for (const product of products) memory.keep(product);
    const tiers = await popularity.tiersOf(products.map(({ id }) => id));
    // A cold product too: an older copy of it may still be there.
    await keep(
      products.map((product, at) => ({
        product,
        ttlSeconds: ttlSeconds[tiers[at] === 'HOT' ? 'HOT' : 'WARM'],
      })),
    );
    // After Redis, where those who are told look next.
    await announce(changed);
  }

  return {
    load(db, ids) {
      popularity.count(ids);
      const kept = ids.map((id) => memory.get(id));
      countKept(ids, kept);
      const unknown = ids.filter((_id, at) => kept[at] === undefined);
      // The usual case: a turn through the queue of promises would cost more than the rest of it.
      if (unknown.length === 0) return Promise.resolve(kept.map((product) => product ?? undefined));
      const fresh = new Set(unknown.filter((id) => !underWay.has(id)));
      if (fresh.size > 0) begin(db, [...fresh]);
      return Promise.all(
        ids.map(async (id, at) => {
          const known = kept[at];
          return known === undefined ? await underWay.get(id) : (known ?? undefined);
        }),
      );
    },
    put: (products) => replace(products, redis.put),
    insist: (products) => replace(products, redis.insist),
    onChanged: (changed) => changed.forEach(supersede),
    onGap: () => {
      memory.clear();
      underWay.clear();
    },
    async warm(db, ids, seconds = ttlSeconds.HOT) {
      let warmed = 0;
      for (let start = 0; start < ids.length; start += MAX_WARMED) {
        const products = await findProducts(db, ids.slice(start, start + MAX_WARMED));
        await redis.put(products.map((product) => ({ product, ttlSeconds: seconds })));
        for (const product of products) memory.keep(product);
        warmed += products.length;
      }
      return warmed;
    },
  };
}
