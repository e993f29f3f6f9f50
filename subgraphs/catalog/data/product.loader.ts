import DataLoader from 'dataloader';
import type { Product } from '../domain/product.ts';
import { isUuid } from './list-products.ts';
import type { ProductCache } from './product-cache.ts';
import { findProducts } from './product.repository.ts';
import type { Db } from './tables.ts';

const MAX_BATCH = 1_000;

export type ProductLoader = DataLoader<string, Product | undefined>;

/** By id: one round trip to the cache, and one statement for those it lacks, which it then keeps. */
export function createProductLoader(db: Db, cache: ProductCache): ProductLoader {
  return new DataLoader((ids) => loadProducts(db, cache, ids), { maxBatchSize: MAX_BATCH });
}

export async function loadProducts(
  db: Db,
  cache: ProductCache,
  ids: readonly string[],
): Promise<(Product | undefined)[]> {
  const known = ids.filter((id) => isUuid(id)).map((id) => id.toLowerCase());
  if (known.length === 0) return ids.map(() => undefined);
  const cached = await cache.find(known);
  const products = new Map(cached.flatMap((product) => (product ? [[product.id, product]] : [])));

  const missing = known.filter((id) => !products.has(id));
  if (missing.length > 0) {
    const found = await findProducts(db, missing);
    for (const product of found) products.set(product.id, product);
    await cache.put(found);
  }
  return ids.map((id) => products.get(id.toLowerCase()));
}
