import { sql } from 'kysely';
import { anyOf } from '#platform/database/ids.ts';
import type { Tx } from '../../data/tables.ts';
import type { AllocatedUnits } from '../../domain/allocate-order.ts';
import type { StockLevel } from '../../domain/stock-level.ts';
import type { SaleDelta } from '../domain/sale-units.ts';

/** Where the units of sales that the transaction holds are. */
export async function readSaleStock(tx: Tx, saleIds: readonly string[]): Promise<StockLevel[]> {
  if (saleIds.length === 0) return [];
  const rows = await tx
    .selectFrom('flash_sale_stock')
    .select([
      'sale_id as saleId',
      'product_id as productId',
      'warehouse_id as warehouseId',
      'available',
      'reserved',
      'sold',
      'units',
      'returned',
    ])
    .where('sale_id', '=', anyOf(saleIds))
    .orderBy('sale_id')
    .orderBy('warehouse_id')
    .execute();
  return rows.map(({ units, returned, ...level }) =>
    Object.assign(level, { received: units - returned }),
  );
}

export async function insertSaleStock(
  tx: Tx,
  saleId: string,
  allotment: readonly AllocatedUnits[],
): Promise<void> {
  await tx
    .insertInto('flash_sale_stock')
    .values(
      allotment.map(({ productId, warehouseId, quantity }) => ({
        sale_id: saleId,
        warehouse_id: warehouseId,
        product_id: productId,
        units: quantity,
        available: quantity,
        reserved: 0,
        sold: 0,
        returned: 0,
      })),
    )
    .execute();
}

/** Adds differences, as `moveStock` does: the constraints catch what a lock should miss. */
export async function moveSaleStock(
  tx: Tx,
  deltas: readonly (SaleDelta & { returned?: number })[],
): Promise<void> {
  if (deltas.length === 0) return;
  await sql`
    update flash_sale_stock as held set
      available = held.available + delta.available,
      reserved = held.reserved + delta.reserved,
      sold = held.sold + delta.sold,
      returned = held.returned + delta.returned
    from unnest(
      ${deltas.map(({ saleId }) => saleId)}::uuid[],
      ${deltas.map(({ warehouseId }) => warehouseId)}::uuid[],
      ${deltas.map(({ available }) => available)}::int[],
      ${deltas.map(({ reserved }) => reserved)}::int[],
      ${deltas.map(({ sold }) => sold)}::int[],
      ${deltas.map(({ returned = 0 }) => returned)}::int[]
    ) as delta (sale_id, warehouse_id, available, reserved, sold, returned)
    where held.sale_id = delta.sale_id and held.warehouse_id = delta.warehouse_id
  `.execute(tx);
}
