import DataLoader from 'dataloader';
import { isId } from '#platform/database/ids.ts';
import type { Category } from '../domain/product.ts';
import { findCategories } from './category.repository.ts';
import type { Db } from './tables.ts';

export type CategoryLoader = DataLoader<string, Category | undefined>;

export function createCategoryLoader(db: Db): CategoryLoader {
  return new DataLoader(async (ids) => {
    const known = ids.filter(isId);
    const categories = known.length === 0 ? [] : await findCategories(db, known);
    const byId = new Map(categories.map((category) => [category.id, category]));
    return ids.map((id) => byId.get(id.toLowerCase()));
  });
}
