import type { Redis } from 'ioredis';
import { reloadStock } from './known-stock.ts';
import { listProductStock } from './product-stock.repository.ts';
import type { Db } from './tables.ts';

const PAGE_SIZE = 1_000;

/**
 * Writes the stock of every product to Redis anew and returns how many there are. What was in flight is
 * forgotten: until those orders are decided, admission may say yes too often.
 */
export async function rebuildRedis(redis: Redis, db: Db): Promise<number> {
  let products = 0;
  let after: string | undefined;
  for (;;) {
    const page = await listProductStock(db, { after, limit: PAGE_SIZE });
    const productIds = page.map(({ productId }) => productId);
    await reloadStock(redis, db, productIds, { forgetInFlight: true });
    products += page.length;
    if (page.length < PAGE_SIZE) return products;
    after = productIds.at(-1);
  }
}
