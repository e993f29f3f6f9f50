import type { Page } from '#platform/graphql/page.ts';
import type { FlashSaleConditions } from './flash-sale/data/list-sales.ts';
import type { FlashSale } from './flash-sale/domain/flash-sale.ts';
import type { StockLevelFilter } from './data/stock-level.list.ts';
import type { StockRow } from './data/stock.repository.ts';
import type { Warehouse } from './data/warehouse.repository.ts';

/** A product is catalog's; here it is only its id. */
export interface ProductModel {
  id: string;
}

export type WarehouseModel = Warehouse;

export type StockLevelModel = StockRow;

/** Counts only when it is asked for the count. */
export interface StockLevelConnectionModel extends Page<StockLevelModel> {
  filter: StockLevelFilter;
}

/** The name tells it from the other members of a union. */
export type FlashSaleModel = FlashSale & { __typename?: 'FlashSale' };

/** Counts only when it is asked for the count. */
export interface FlashSaleConnectionModel extends Page<FlashSaleModel> {
  conditions: FlashSaleConditions;
}
