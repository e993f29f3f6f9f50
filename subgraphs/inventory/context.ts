import type { Store } from '#platform/database/store.ts';
import type { RequestScope } from '#platform/subgraph/connection.ts';
import type { Live } from '#platform/live/live.ts';
import type { AdmissionDesk } from './admission-desk.ts';
import {
  createAvailableLoader,
  createStockLevelsLoader,
  createWarehouseLoader,
} from './data/loaders.ts';
import type { ProductStock } from './data/product-stock.repository.ts';
import type { Tables } from './data/tables.ts';
import { createSaleLoaders, type SaleReader } from './flash-sale/data/sale.loaders.ts';
import type { FlashSales } from './flash-sale/flash-sales.ts';

export interface ContextOptions {
  store: Store<Tables>;
  desk: AdmissionDesk;
  flash: FlashSales;
  flashReader: SaleReader;
  live: Live;
  /** Tells whoever follows a product's stock, after the commit. */
  stockChanged: (stock: readonly ProductStock[]) => Promise<void>;
  now: () => Date;
  newId: () => string;
}

export type Context = ReturnType<typeof createContext>;

/** Called once a request: a loader caches what one viewer may see. */
export function createContext(options: ContextOptions, { viewer, signal }: RequestScope) {
  const { db } = options.store;
  return {
    ...options,
    viewer,
    signal,
    ...createSaleLoaders(options.flashReader),
    available: createAvailableLoader(db),
    stockLevels: createStockLevelsLoader(db),
    warehouses: createWarehouseLoader(db),
  };
}
