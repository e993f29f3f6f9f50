import DataLoader from 'dataloader';
import { isId } from '#platform/database/ids.ts';
import type { Product } from '../domain/product.ts';
import type { ProductCache } from './product-cache.ts';
import type { Db } from './tables.ts';

const MAX_BATCH = 1_000;

export type ProductLoader = DataLoader<string, Product | undefined>;

/** By id: one round trip to Redis and one statement at most, for those that are not in memory. */
export function createProductLoader(db: Db, cache: ProductCache): ProductLoader {
  return new DataLoader((ids) => loadProducts(db, cache, ids), { maxBatchSize: MAX_BATCH });
}

export async function loadProducts(
  db: Db,
  cache: Pick<ProductCache, 'load'>,
  ids: readonly string[],
): Promise<(Product | undefined)[]> {
  const known = ids.filter(isId).map((id) => id.toLowerCase());
  if (known.length === 0) return ids.map(() => undefined);
  const found = await cache.load(db, known);
  const products = new Map(known.map((id, at) => [id, found[at]]));
  return ids.map((id) => products.get(id.toLowerCase()));
}
