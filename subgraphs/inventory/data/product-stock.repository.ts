import { sql } from 'kysely';
import { anyOf } from '#platform/database/ids.ts';
import type { Db, Tx } from './tables.ts';

/** Free units of a product over all warehouses. A later version is a later truth. */
export interface ProductStock {
  productId: string;
  available: number;
  version: number;
}

export interface ProductStockRow extends ProductStock {
  updatedAt: Date;
}

/** Products that never had stock are left out. */
export async function findProductStock(
  db: Db,
  productIds: readonly string[],
): Promise<ProductStockRow[]> {
  const rows = await db
    .selectFrom('product_stock')
    .select(['product_id as productId', 'available', 'version', 'updated_at as updatedAt'])
    .where('product_id', '=', anyOf(productIds))
    .execute();
  return rows.map(withNumericVersion);
}

/** In the order of ids, behind `after`. */
export async function listProductStock(
  db: Db,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<ProductStock[]> {
  const rows = await db
    .selectFrom('product_stock')
    .select(['product_id as productId', 'available', 'version'])
    .$if(after !== undefined, (query) => query.where('product_id', '>', after ?? ''))
    .orderBy('product_id')
    .limit(limit)
    .execute();
  return rows.map(withNumericVersion);
}

/**
 * Adds to the free units of products whose stock levels the transaction holds, and returns what they are
 * now. A product's first units make its row.
 */
export async function changeProductStock(
  tx: Tx,
  changes: readonly { productId: string; available: number }[],
  now: Date,
): Promise<ProductStock[]> {
  if (changes.length === 0) return [];
  const productIds = changes.map(({ productId }) => productId);
  const units = changes.map(({ available }) => available);
  // Not one upsert: PostgreSQL checks `available >= 0` on the row it would insert, the difference.
  const { rows } = await sql<Stored<ProductStock>>`
    with change as (
      select * from unnest(${productIds}::uuid[], ${units}::int[]) as change (product_id, units)
    )
    update product_stock set
      available = product_stock.available + change.units,
      version = product_stock.version + 1,
      updated_at = ${now}
    from change
    where product_stock.product_id = change.product_id
    returning product_stock.product_id as "productId", available, version
  `.execute(tx);
  return rows.map(withNumericVersion);
}

/** A product without free units, unless there is one. */
export async function ensureProductStock(tx: Tx, productId: string, now: Date): Promise<void> {
  await tx
    .insertInto('product_stock')
    .values({ product_id: productId, available: 0, version: 1, updated_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** bigint arrives as text unless the client is told otherwise. */
type Stored<Row extends ProductStock> = Omit<Row, 'version'> & { version: number | string };

const withNumericVersion = <Row extends { version: number | string }>(row: Row) =>
  Object.assign(row, { version: Number(row.version) });

export interface TotalsPage {
  /** Products whose total is not the sum of their stock levels. */
  unequal: { productId: string; total: number; sum: number }[];
  /** Where the next page begins; undefined behind the last product. */
  next: string | undefined;
}

/** Compares totals with stock levels, of one snapshot, in the order of product ids. */
export async function compareTotals(
  db: Db,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<TotalsPage> {
  const page = await listProductStock(db, { after, limit });
  const { rows } = await sql<TotalsPage['unequal'][number]>`
    select
      product_id as "productId",
      product_stock.available as total,
      coalesce(sum(stock.available), 0)::int as sum
    from product_stock left join stock using (product_id)
    where product_id = ${anyOf(page.map(({ productId }) => productId))}
    group by product_id
    having product_stock.available <> coalesce(sum(stock.available), 0)
  `.execute(db);
  return { unequal: rows, next: page.length === limit ? page.at(-1)?.productId : undefined };
}
