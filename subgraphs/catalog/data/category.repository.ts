import { sql } from 'kysely';
import type { Category } from '../domain/product.ts';
import type { Db } from './tables.ts';

/** More than any shop shows. */
const MAX_CATEGORIES = 1_000;
const columns = ['id', 'slug', 'name', 'image_url as imageUrl'] as const;

export function listCategories(db: Db): Promise<Category[]> {
  return db
    .selectFrom('category')
    .select(columns)
    .orderBy('name')
    .orderBy('id')
    .limit(MAX_CATEGORIES)
    .execute();
}

export function findCategories(db: Db, ids: readonly string[]): Promise<Category[]> {
  return db
    .selectFrom('category')
    .select(columns)
    .where('id', '=', sql<string>`any(${ids})`)
    .execute();
}

export function findCategoriesBySlug(db: Db, slugs: readonly string[]): Promise<Category[]> {
  return db
    .selectFrom('category')
    .select(columns)
    .where('slug', '=', sql<string>`any(${slugs})`)
    .execute();
}

/** False, and nothing is stored, when another category has the slug. */
export async function insertCategory(
  db: Db,
  { imageUrl, ...category }: Category,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('category')
    .values({ ...category, image_url: imageUrl })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** How many products of each category can be bought. */
export async function countProducts(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('product')
    .select(['category_id as categoryId', sql<number>`count(*)::integer`.as('count')])
    .where('status', '=', 'ACTIVE')
    .groupBy('category_id')
    .execute();
  return new Map(rows.map(({ categoryId, count }) => [categoryId, count]));
}
