import DataLoader from 'dataloader';
import { findProductStock } from './product-stock.repository.ts';
import { findStock, type StockRow } from './stock.repository.ts';
import type { Db } from './tables.ts';
import { findWarehouses, type Warehouse } from './warehouse.repository.ts';

/** Free units by product id; 0 for a product that never had stock. */
export function createAvailableLoader(db: Db): DataLoader<string, number> {
  return new DataLoader(async (productIds) => {
    const stock = await findProductStock(db, productIds);
    const available = new Map(stock.map((product) => [product.productId, product.available]));
    return productIds.map((productId) => available.get(productId) ?? 0);
  });
}

/** Stock levels by product id. */
export function createStockLevelsLoader(db: Db): DataLoader<string, StockRow[]> {
  return new DataLoader(async (productIds) => {
    const levels = Map.groupBy(await findStock(db, productIds), ({ productId }) => productId);
    return productIds.map((productId) => levels.get(productId) ?? []);
  });
}

export function createWarehouseLoader(db: Db): DataLoader<string, Warehouse | undefined> {
  return new DataLoader(async (ids) => {
    const warehouses = new Map((await findWarehouses(db, ids)).map((it) => [it.id, it]));
    return ids.map((id) => warehouses.get(id));
  });
}
