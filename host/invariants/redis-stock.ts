import type { Redis } from 'ioredis';
import { readKnownStock, scanKnownProducts } from '../../subgraphs/inventory/data/known-stock.ts';
import {
  MAX_VIOLATIONS,
  type Finding,
  type Invariant,
  type Places,
  type Violation,
} from './invariant.ts';

/** What Redis answers admissions by is a copy; it may be late for a moment, and is mended by the reconciler. */
export const redisStock: Invariant = {
  name: 'redis-stock',
  says: "Redis' copy of a product's free units is what PostgreSQL has",
  isEventual: true,
  async check(places): Promise<Finding> {
    const violations: Violation[] = [];
    let looked = 0;
    let broken = 0;
    for await (const productIds of scanKnownProducts(places.redis)) {
      looked += productIds.length;
      const wrong = await comparePage(places, places.redis, productIds);
      broken += wrong.length;
      violations.push(...wrong.slice(0, MAX_VIOLATIONS - violations.length));
    }
    return { looked, broken, violations };
  },
};

async function comparePage({ query }: Places, redis: Redis, productIds: readonly string[]) {
  // The copy first: PostgreSQL may be ahead of it, never behind.
  const known = await readKnownStock(redis, productIds);
  const rows = await query<{ productId: string; available: number; version: string }>(
    'inventory',
    `select product_id as "productId", available, version::text from product_stock
     where product_id = any($1::uuid[])`,
    [productIds],
  );
  const stored = new Map(rows.map((row) => [row.productId, row]));
  return Array.from(known.values()).flatMap((copy): Violation[] => {
    const truth = stored.get(copy.productId);
    const [available, version] = [truth?.available ?? 0, Number(truth?.version ?? 0)];
    if (copy.available === available && copy.version === version) return [];
    const text = `Redis has ${copy.available} (version ${copy.version}), PostgreSQL ${available} (version ${version})`;
    return [{ subject: copy.productId, text }];
  });
}
