import type { Redis } from 'ioredis';
import type { Store } from '#platform/database/store.ts';
import type { Log } from '#platform/telemetry/log.ts';
import type { ProductStock } from '../../data/product-stock.repository.ts';
import type { Tables } from '../../data/tables.ts';
import { closeSale } from '../close-sale.ts';
import { findClosable } from '../data/due-sales.ts';
import { clearSale } from '../data/sale-copy.ts';

/** Sales in one run; the next run goes on. */
const MAX_SALES = 50;

export interface CloseSalesOptions {
  store: Store<Tables>;
  redis: Redis;
  log: Log;
  now: () => Date;
  newId: () => string;
  stockChanged: (stock: readonly ProductStock[]) => Promise<void>;
  publish: (saleId: string) => Promise<void>;
}

/** Gives back what ended sales have left, and clears their keys; answers how many sales had something to do. */
export async function closeSales(options: CloseSalesOptions): Promise<number> {
  const { store, redis, log, now, newId, stockChanged, publish } = options;
  let closed = 0;
  for (const id of await findClosable(store.db, now(), MAX_SALES)) {
    const closing = await store.transact((tx) => closeSale(tx, id, { now: now(), newId }));
    if (closing === undefined) continue;
    closed += 1;
    await stockChanged(closing.stock);
    try {
      // The keys live for minutes at most: what is not cleared goes by itself.
      if (closing.isNew) await clearSale(redis, id);
      await publish(id);
    } catch (error) {
      log.warn({ saleId: id, err: error }, 'could not clear a flash sale from Redis: it expires');
    }
  }
  return closed;
}
