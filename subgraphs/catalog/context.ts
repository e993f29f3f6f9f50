import type { Store } from '#platform/database/store.ts';
import type { RequestScope } from '#platform/subgraph/connection.ts';
import { createCategoryLoader } from './data/category.loader.ts';
import type { ProductCache } from './data/product-cache.ts';
import type { ProductCounts } from './data/product-counts.ts';
import { createProductLoader } from './data/product.loader.ts';
import type { Tables } from './data/tables.ts';

export interface Catalog {
  store: Store<Tables>;
  cache: ProductCache;
  counts: ProductCounts;
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
