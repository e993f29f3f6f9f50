import type { Page } from '#platform/graphql/page.ts';
import type { FoundIn } from './data/cache-reads.ts';
import type { Category, Product } from './domain/product.ts';

export type ProductModel = Product;
export type CategoryModel = Category;

/** The count is a statement of its own, which runs when the field is selected. */
export interface ProductConnectionModel extends Page<ProductModel> {
  countAll: () => Promise<number>;
}

export type { CacheReadTotals as CatalogCacheStatsModel } from './data/cache-reads.ts';
export type CacheReadCountsModel = Readonly<Record<FoundIn, number>>;
