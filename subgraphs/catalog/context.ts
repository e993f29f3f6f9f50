import type { Store } from '#platform/database/store.ts';
import type { RequestScope } from '#platform/subgraph/connection.ts';
import { createCategoryLoader } from './data/category.loader.ts';
import type { Redis } from 'ioredis';
import type { CacheReads } from './data/cache-reads.ts';
import type { MemoryProducts } from './data/memory-products.ts';
import type { Popularity } from './data/popularity.ts';
import type { ProductCache } from './data/product-cache.ts';
import type { ProductCounts } from './data/product-counts.ts';
import type { ProductLists } from './data/product-lists.ts';
import { createProductLoader } from './data/product.loader.ts';
import type { Tables } from './data/tables.ts';
import type { ProductConnectionModel } from './models.ts';

export interface Catalog {
  store: Store<Tables>;
  cache: ProductCache;
  memory: MemoryProducts;
  popularity: Popularity;
  reads: CacheReads;
  redis: Redis;
  counts: ProductCounts;
  lists: ProductLists<ProductConnectionModel>;
  now: () => Date;
  newId: () => string;
}

export type Context = ReturnType<typeof createContext>;

/** Called once per request: a loader caches what one viewer may see. */
export function createContext(catalog: Catalog, { viewer }: RequestScope) {
  const { db } = catalog.store;
  return {
    catalog,
    viewer,
    products: createProductLoader(db, catalog.cache),
    categories: createCategoryLoader(db),
  };
}
