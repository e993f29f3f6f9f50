import { appendToOutbox } from '#platform/messaging/outbox.ts';
import { changeProductStock, type ProductStock } from '../data/product-stock.repository.ts';
import { lockStock, moveStock } from '../data/stock.repository.ts';
import type { Tx } from '../data/tables.ts';
import { allocateOrder } from '../domain/allocate-order.ts';
import { stockChangedMessage } from '../events/inventory-messages.ts';
import { insertSaleStock } from './data/sale-stock.repository.ts';
import { findOverlap, insertSale, type NewFlashSale } from './data/sale.repository.ts';
import type { FlashSale } from './domain/flash-sale.ts';
import { flashSaleMessage } from './flash-sale-messages.ts';

export type Scheduling =
  | { outcome: 'SCHEDULED'; sale: FlashSale; stock: ProductStock[] }
  | { outcome: 'INSUFFICIENT_STOCK'; available: number }
  | { outcome: 'OVERLAP'; other: FlashSale };

/**
 * Announces a sale and sets its units aside, in one transaction: no unit is the product's and the sale's. The
 * product's stock levels are held, so that two sales of one product are scheduled one after the other.
 */
export async function scheduleSale(
  tx: Tx,
  sale: NewFlashSale,
  { newId }: { newId: () => string },
): Promise<Scheduling> {
  const { productId, units, createdAt: now } = sale;
  const levels = await lockStock(tx, [productId]);
  const other = await findOverlap(tx, sale);
  if (other !== undefined) return { outcome: 'OVERLAP', other };

  const allotment = allocateOrder(levels, [{ productId, quantity: units }]);
  if (!allotment.ok) {
    return { outcome: 'INSUFFICIENT_STOCK', available: allotment.missing[0]?.available ?? 0 };
  }
  const inserted = await insertSale(tx, sale);
  await insertSaleStock(tx, sale.id, allotment.lines);
  await moveStock(
    tx,
    allotment.lines.map(({ warehouseId, quantity }) => ({
      productId,
      warehouseId,
      available: -quantity,
      setAside: quantity,
      reserved: 0,
      sold: 0,
    })),
    now,
  );
  const stock = await changeProductStock(tx, [{ productId, available: -units }], now);

  const stamp = () => ({ id: newId(), time: now.toISOString() });
  await appendToOutbox(tx, [
    flashSaleMessage('flash_sale.scheduled', inserted, stamp()),
    ...stock.map((product) => stockChangedMessage(product, stamp())),
  ]);
  return { outcome: 'SCHEDULED', sale: inserted, stock };
}
