import { appendToOutbox } from '#platform/messaging/outbox.ts';
import { changeProductStock, type ProductStock } from '../data/product-stock.repository.ts';
import { lockStock, moveStock } from '../data/stock.repository.ts';
import type { Tx } from '../data/tables.ts';
import { stockChangedMessage } from '../events/inventory-messages.ts';
import { markClosed } from './data/due-sales.ts';
import { moveSaleStock, readSaleStock } from './data/sale-stock.repository.ts';
import { changeSales, lockSales } from './data/sale.repository.ts';
import { isOver, type FlashSale } from './domain/flash-sale.ts';
import { flashSaleMessage } from './flash-sale-messages.ts';

export interface Closing {
  sale: FlashSale;
  stock: ProductStock[];
  /** Whether it was closed now, rather than before. */
  isNew: boolean;
}

/**
 * Gives what a sale that is over has left back to the product's stock. Units that orders give back later are
 * given back by a later call; a call that finds none changes nothing. Undefined while the sale is not over.
 */
export async function closeSale(
  tx: Tx,
  saleId: string,
  { now, newId }: { now: Date; newId: () => string },
): Promise<Closing | undefined> {
  const [sale] = await lockSales(tx, [saleId]);
  if (sale === undefined || !isOver(sale, now)) return undefined;
  const { productId } = sale;
  const left = (await readSaleStock(tx, [saleId])).filter(({ available }) => available > 0);
  await lockStock(tx, [productId]);

  const none = { reserved: 0, sold: 0 };
  await moveSaleStock(
    tx,
    left.map(({ warehouseId, available }) => ({
      ...none,
      saleId,
      productId,
      warehouseId,
      available: -available,
      returned: available,
    })),
  );
  await moveStock(
    tx,
    left.map(({ warehouseId, available }) => ({
      ...none,
      productId,
      warehouseId,
      available,
      setAside: -available,
    })),
    now,
  );
  const units = left.reduce((sum, { available }) => sum + available, 0);
  const changes = units === 0 ? [] : [{ ...none, saleId, available: -units, returned: units }];
  const [changed = sale] = await changeSales(tx, changes, now);
  const isNew = await markClosed(tx, saleId, now);
  const stock = await changeProductStock(
    tx,
    units === 0 ? [] : [{ productId, available: units }],
    now,
  );

  const stamp = () => ({ id: newId(), time: now.toISOString() });
  await appendToOutbox(tx, [
    ...(isNew ? [flashSaleMessage('flash_sale.closed', changed, stamp())] : []),
    ...stock.map((product) => stockChangedMessage(product, stamp())),
  ]);
  return { sale: changed, stock, isNew };
}
