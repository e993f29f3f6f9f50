import { sql } from 'kysely';
import { executeLater } from '#platform/database/later.ts';
import type { StockDelta, StockLevel } from '../domain/stock-level.ts';
import { anyOf } from '#platform/database/ids.ts';
import type { Db, Tx } from './tables.ts';

export interface StockRow extends StockLevel {
  /** Units of flash sales that nobody has. */
  setAside: number;
  updatedAt: Date;
}

export const stockColumns = [
  'product_id as productId',
  'warehouse_id as warehouseId',
  'available',
  'reserved',
  'sold',
  'received',
  'set_aside as setAside',
  'updated_at as updatedAt',
] as const;

/** Every stock level of these products. */
export function findStock(db: Db, productIds: readonly string[]): Promise<StockRow[]> {
  return db
    .selectFrom('stock')
    .select(stockColumns)
    .where('product_id', '=', anyOf(productIds))
    .orderBy('product_id')
    .orderBy('warehouse_id')
    .execute();
}

/**
 * Holds every stock level of these products until the end of the transaction. Always all warehouses of a
 * product and always in this order, so that two transactions cannot deadlock, and whoever holds a
 * product's levels may also write its row in product_stock.
 */
export function lockStock(tx: Tx, productIds: readonly string[]): Promise<StockRow[]> {
  return tx
    .selectFrom('stock')
    .select(stockColumns)
    .where('product_id', '=', anyOf(productIds))
    .orderBy('product_id')
    .orderBy('warehouse_id')
    .forUpdate()
    .execute();
}

/** Adds differences rather than writing results: what the lock should miss, the constraints still catch. */
export async function moveStock(
  tx: Tx,
  deltas: readonly (StockDelta & { setAside?: number })[],
  now: Date,
): Promise<void> {
  if (deltas.length === 0) return;
  await executeLater(
    tx,
    sql`
    update stock set
      available = stock.available + delta.available,
      reserved = stock.reserved + delta.reserved,
      sold = stock.sold + delta.sold,
      set_aside = stock.set_aside + delta.set_aside,
      updated_at = ${now}
    from unnest(
      ${deltas.map(({ productId }) => productId)}::uuid[],
      ${deltas.map(({ warehouseId }) => warehouseId)}::uuid[],
      ${deltas.map(({ available }) => available)}::int[],
      ${deltas.map(({ reserved }) => reserved)}::int[],
      ${deltas.map(({ sold }) => sold)}::int[],
      ${deltas.map(({ setAside = 0 }) => setAside)}::int[]
    ) as delta (product_id, warehouse_id, available, reserved, sold, set_aside)
    where stock.product_id = delta.product_id and stock.warehouse_id = delta.warehouse_id
  `,
  );
}

/** A stock level without units, unless there is one. */
export async function ensureStockLevel(
  tx: Tx,
  level: { productId: string; warehouseId: string },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('stock')
    .values({
      product_id: level.productId,
      warehouse_id: level.warehouseId,
      available: 0,
      reserved: 0,
      sold: 0,
      set_aside: 0,
      received: 0,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Puts units into a locked stock level, or takes them out when negative. */
export function receiveStock(
  tx: Tx,
  level: { productId: string; warehouseId: string },
  delta: number,
  now: Date,
): Promise<StockRow> {
  return tx
    .updateTable('stock')
    .set((eb) => ({
      available: eb('available', '+', delta),
      received: eb('received', '+', delta),
      updated_at: now,
    }))
    .where('product_id', '=', level.productId)
    .where('warehouse_id', '=', level.warehouseId)
    .returning(stockColumns)
    .executeTakeFirstOrThrow();
}
