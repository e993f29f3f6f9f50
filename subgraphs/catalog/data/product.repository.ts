import { sql, type Selectable } from 'kysely';
import { anyOf } from '#platform/database/ids.ts';
import type { Product } from '../domain/product.ts';
import { wordsOf } from '../domain/search-words.ts';
import type { Db, Tables, Tx } from './tables.ts';

export const productColumns = [
  'id',
  'sku',
  'name',
  'description',
  'price_cents as priceCents',
  'currency',
  'category_id as categoryId',
  'image_url as imageUrl',
  'status',
  'is_in_stock as isInStock',
  'version',
  'revision',
  'created_at as createdAt',
  'updated_at as updatedAt',
] as const;

export function findProducts(db: Db, ids: readonly string[]): Promise<Product[]> {
  return db.selectFrom('product').select(productColumns).where('id', '=', anyOf(ids)).execute();
}

/** The newest that can be bought. */
export async function listNewestIds(db: Db, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('product')
    .select('id')
    .where('status', '=', sql.lit('ACTIVE'))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Holds the row until the transaction ends. */
export function lockProduct(tx: Tx, id: string): Promise<Product | undefined> {
  return tx
    .selectFrom('product')
    .select(productColumns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** False, and nothing stored, when another product has the article number. */
export async function insertProduct(tx: Tx, product: Product): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('product')
    .values(rowOf(product))
    .onConflict((conflict) => conflict.constraint('product_sku_key').doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  await recordSearchWords(tx, product);
  return true;
}

/** The row must be locked. */
export async function saveProduct(tx: Tx, product: Product): Promise<void> {
  const { id, ...row } = rowOf(product);
  await tx.updateTable('product').set(row).where('id', '=', id).execute();
  await recordSearchWords(tx, product);
}

function rowOf(product: Product): Omit<Selectable<Tables['product']>, 'stock_version' | 'search'> {
  return {
    id: product.id,
    sku: product.sku,
    name: product.name,
    description: product.description,
    price_cents: product.priceCents,
    currency: product.currency,
    category_id: product.categoryId,
    image_url: product.imageUrl,
    status: product.status,
    is_in_stock: product.isInStock,
    version: product.version,
    revision: product.revision,
    created_at: product.createdAt,
    updated_at: product.updatedAt,
  };
}

/** Words only ever come: a search that finds none of them any more finds nothing, and that is right. */
async function recordSearchWords(tx: Tx, { name, description }: Product): Promise<void> {
  // In one order, so that two writers with the same new words cannot deadlock.
  const words = wordsOf(`${name} ${description}`).toSorted();
  await sql`
    insert into search_word (word)
    select used.word from unnest(${words}::text[]) as used (word)
    where not exists (select from search_word as known where known.word = used.word)
    on conflict do nothing
  `.execute(tx);
}
