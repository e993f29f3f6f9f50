import type { Redis } from 'ioredis';
import type { Store } from '#platform/database/store.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import type { Tables } from '../../data/tables.ts';
import { findSalesToWarm, markWarmed } from '../data/due-sales.ts';
import { loadSale, syncSale } from '../data/sale-copy.ts';
import { flashSaleMessage } from '../flash-sale-messages.ts';

/** Sales at a time; later ones follow when these have begun. */
const MAX_SALES = 200;

export interface WarmSalesOptions {
  store: Store<Tables>;
  redis: Redis;
  now: () => Date;
  newId: () => string;
  /** How long before its beginning a sale is prepared. */
  warmMs: number;
  publish: (saleId: string) => Promise<void>;
}

/**
 * Prepares Redis for sales that begin soon and keeps it prepared while they run; tells the first time, so that the
 * product is prepared for too. Answers how many sales that were.
 */
export async function warmSales(options: WarmSalesOptions): Promise<number> {
  const { store, redis, now, newId, warmMs, publish } = options;
  const at = now();
  const until = new Date(at.getTime() + warmMs);
  const sales = await findSalesToWarm(store.db, { now: at, until, limit: MAX_SALES });
  for (const sale of sales) {
    if (!(await syncSale(redis, sale))) await loadSale(redis, store.db, sale.id);
  }

  const first = sales.filter(({ warmedAt }) => warmedAt === null).map(({ id }) => id);
  if (first.length === 0) return sales.length;
  const warmed = await store.transact(async (tx) => {
    const marked = await markWarmed(tx, first, at);
    const stamp = () => ({ id: newId(), time: at.toISOString() });
    await appendToOutbox(
      tx,
      marked.map((sale) => flashSaleMessage('flash_sale.warmed', sale, stamp())),
    );
    return marked;
  });
  await Promise.all(warmed.map(({ id }) => publish(id)));
  return sales.length;
}
