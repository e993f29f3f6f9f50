import type { Page } from '#platform/graphql/page.ts';
import type { Category, Product } from './domain/product.ts';

export type ProductModel = Product;
export type CategoryModel = Category;

/** The count is a statement of its own, which runs when the field is selected. */
export interface ProductConnectionModel extends Page<ProductModel> {
  countAll: () => Promise<number>;
}
