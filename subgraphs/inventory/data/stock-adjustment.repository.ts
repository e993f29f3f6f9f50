import type { Tx } from './tables.ts';

export interface StockAdjustment {
  id: string;
  productId: string;
  warehouseId: string;
  delta: number;
  reason: string;
  idempotencyKey: string | null;
  adjustedBy: string;
}

/** The earlier adjustment under this key. */
export async function findStockAdjustment(
  tx: Tx,
  idempotencyKey: string,
): Promise<Pick<StockAdjustment, 'productId' | 'warehouseId' | 'delta'> | undefined> {
  return tx
    .selectFrom('stock_adjustment')
    .select(['product_id as productId', 'warehouse_id as warehouseId', 'delta'])
    .where('idempotency_key', '=', idempotencyKey)
    .executeTakeFirst();
}

/** Returns whether it was written: false when its key has been used. */
export async function insertStockAdjustment(
  tx: Tx,
  adjustment: StockAdjustment,
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('stock_adjustment')
    .values({
      id: adjustment.id,
      product_id: adjustment.productId,
      warehouse_id: adjustment.warehouseId,
      delta: adjustment.delta,
      reason: adjustment.reason,
      idempotency_key: adjustment.idempotencyKey,
      adjusted_by: adjustment.adjustedBy,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('idempotency_key').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}
