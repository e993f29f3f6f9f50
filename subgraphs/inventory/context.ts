import type { Store } from '#platform/database/store.ts';
import type { RequestScope } from '#platform/subgraph/connection.ts';
import type { AdmissionDesk } from './admission-desk.ts';
import {
  createAvailableLoader,
  createStockLevelsLoader,
  createWarehouseLoader,
} from './data/loaders.ts';
import type { ProductStock } from './data/product-stock.repository.ts';
import type { Tables } from './data/tables.ts';

export interface ContextOptions {
  store: Store<Tables>;
  desk: AdmissionDesk;
  /** Tells whoever follows a product's stock, after the commit. */
  stockChanged: (stock: readonly ProductStock[]) => Promise<void>;
  now: () => Date;
  newId: () => string;
}

export type Context = ReturnType<typeof createContext>;

/** Called once a request: a loader caches what one viewer may see. */
export function createContext(options: ContextOptions, { viewer }: RequestScope) {
  const { db } = options.store;
  return {
    ...options,
    viewer,
    available: createAvailableLoader(db),
    stockLevels: createStockLevelsLoader(db),
    warehouses: createWarehouseLoader(db),
  };
}
