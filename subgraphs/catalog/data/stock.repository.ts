import { sql } from 'kysely';
import type { StockReport } from '../domain/stock-report.ts';
import type { Tx } from './tables.ts';

/**
 * Takes over what inventory tells, one report a product, and leaves out reports that are not newer than
 * what is there. Returns the ids of the products whose cached copy may be wrong now: those that came into
 * or went out of stock, and those of reports left out, since a repeated report may mean that its first
 * handler did not get as far as the cache.
 */
export async function applyStockReports(
  tx: Tx,
  reports: readonly StockReport[],
): Promise<string[]> {
  // In one order, so that two batches of the same products cannot deadlock.
  const sorted = reports.toSorted((a, b) => (a.productId < b.productId ? -1 : 1));
  const { rows } = await sql<{ id: string; isFlipped: boolean }>`
    with report as materialized (
      select product.id, reported.is_in_stock, reported.version,
        product.is_in_stock <> reported.is_in_stock as is_flipped
      from unnest(
        ${sorted.map(({ productId }) => productId)}::uuid[],
        ${sorted.map(({ isInStock }) => isInStock)}::boolean[],
        ${sorted.map(({ version }) => version)}::bigint[]
      ) as reported (id, is_in_stock, version)
      join product on product.id = reported.id and product.stock_version < reported.version
      order by product.id
      for update of product
    )
    update product
    set is_in_stock = report.is_in_stock,
      stock_version = report.version,
      revision = product.revision + report.is_flipped::integer
    from report
    where product.id = report.id
    returning product.id, report.is_flipped as "isFlipped"
  `.execute(tx);

  const unchanged = new Set(rows.filter(({ isFlipped }) => !isFlipped).map(({ id }) => id));
  return sorted.map(({ productId }) => productId).filter((id) => !unchanged.has(id));
}
