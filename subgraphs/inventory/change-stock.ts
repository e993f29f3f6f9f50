import { AppError } from '#platform/errors.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import {
  changeProductStock,
  ensureProductStock,
  type ProductStock,
} from './data/product-stock.repository.ts';
import {
  findStockAdjustment,
  insertStockAdjustment,
  type StockAdjustment,
} from './data/stock-adjustment.repository.ts';
import {
  ensureStockLevel,
  lockStock,
  receiveStock,
  type StockRow,
} from './data/stock.repository.ts';
import type { Tx } from './data/tables.ts';
import { adjustStock } from './domain/adjust-stock.ts';
import { stockChangedMessage } from './events/inventory-messages.ts';

export type StockChange =
  { ok: true; level: StockRow; stock: ProductStock[] } | { ok: false; available: number };

/**
 * Puts units into a warehouse or takes free ones out, in one transaction with its record and its event. The
 * same key a second time changes nothing and answers with the level as it is; for another change it is a
 * CONFLICT.
 */
export async function changeStock(
  tx: Tx,
  adjustment: StockAdjustment,
  { now, newId }: { now: Date; newId: () => string },
): Promise<StockChange> {
  const { productId, warehouseId, delta, idempotencyKey } = adjustment;
  if (delta > 0) await ensureStockLevel(tx, adjustment, now);
  const levels = await lockStock(tx, [productId]);
  const level = levels.find((it) => it.warehouseId === warehouseId);

  const earlier =
    idempotencyKey === null ? undefined : await findStockAdjustment(tx, idempotencyKey);
  if (earlier !== undefined && !isSameChange(earlier, adjustment)) throw usedKey();
  if (level === undefined) return { ok: false, available: 0 };
  if (earlier !== undefined) return { ok: true, level, stock: [] };

  const decision = adjustStock(level, delta);
  if (!decision.ok) return decision;
  // The row is held, so only a change elsewhere can have taken the key since it was looked for.
  if (!(await insertStockAdjustment(tx, adjustment, now))) throw usedKey();
  const changed = await receiveStock(tx, level, delta, now);
  await ensureProductStock(tx, productId, now);
  const stock = await changeProductStock(tx, [{ productId, available: delta }], now);
  const stamp = { id: newId(), time: now.toISOString() };
  await appendToOutbox(
    tx,
    stock.map((product) => stockChangedMessage(product, stamp)),
  );
  return { ok: true, level: changed, stock };
}

const isSameChange = (
  a: Pick<StockAdjustment, 'productId' | 'warehouseId' | 'delta'>,
  b: StockAdjustment,
): boolean => a.productId === b.productId && a.warehouseId === b.warehouseId && a.delta === b.delta;

const usedKey = () =>
  new AppError('CONFLICT', 'idempotencyKey was used for another adjustment: take a new one');
