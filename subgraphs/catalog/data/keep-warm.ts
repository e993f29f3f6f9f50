import type { Redis } from 'ioredis';
import { isId } from '#platform/database/ids.ts';
import type { ProductCache } from './product-cache.ts';
import type { Popularity } from './popularity.ts';
import { listNewestIds } from './product.repository.ts';
import type { Db } from './tables.ts';

/** Products that are about to be wanted by many, whatever their popularity: score is when that ends. */
const SOON_WANTED = 'catalog:soon-wanted';
/** Of those; further ones are left to their readers. */
const MAX_SOON_WANTED = 10_000;
/** As long as a product that is soon wanted stays in Redis when nobody refreshes it any more. */
const SOON_WANTED_TTL_SECONDS = 300;

export interface Warmth {
  db: Db;
  redis: Redis;
  cache: ProductCache;
  popularity: Popularity;
  hotProducts: number;
  now: () => Date;
}

/** Brings the most read products into Redis and memory; in a new shop, the newest. Returns how many. */
export async function warmHotProducts(warmth: Warmth): Promise<number> {
  const { db, cache, popularity, hotProducts } = warmth;
  const top = await popularity.listTop(hotProducts).catch((): string[] => []);
  return cache.warm(db, top.length > 0 ? top : await listNewestIds(db, hotProducts));
}

/** Warms a product now, and again by the job until the time has come. */
export async function wantSoon(
  { db, redis, cache }: Pick<Warmth, 'db' | 'redis' | 'cache'>,
  id: string,
  until: Date,
): Promise<void> {
  if (!isId(id) || (await countSoonWanted(redis)) >= MAX_SOON_WANTED) return;
  // The later of two ends counts.
  await redis.zadd(SOON_WANTED, 'GT', String(until.getTime()), id);
  await cache.warm(db, [id], SOON_WANTED_TTL_SECONDS);
}

/** Gives those that are soon wanted another while. */
export async function refreshSoonWanted(warmth: Warmth): Promise<number> {
  const { db, redis, cache, now } = warmth;
  await redis.zremrangebyscore(SOON_WANTED, '-inf', String(now().getTime()));
  const ids = await redis.zrevrange(SOON_WANTED, 0, MAX_SOON_WANTED - 1);
  return cache.warm(db, ids, SOON_WANTED_TTL_SECONDS);
}

export const countSoonWanted = (redis: Redis): Promise<number> => redis.zcard(SOON_WANTED);
