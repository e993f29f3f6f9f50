import type { Redis } from 'ioredis';
import type { Db } from '../../data/tables.ts';
import type { FlashSale } from '../domain/flash-sale.ts';
import { isOver } from '../domain/flash-sale.ts';
import { listCurrentSales } from './list-sales.ts';
import { CURRENT_SALES_KEY } from './sale-keys.ts';
import { findSales } from './sale.repository.ts';

/** A sale that was scheduled or cancelled makes the list anew. */
const LIST_TTL_S = 5 * 60;
/** Sales in the list; longer lists are read from PostgreSQL. */
export const MAX_LISTED = 100;

/**
 * Sales that run or are to come, as the shop's pages ask for them: which they are from Redis, their numbers from
 * PostgreSQL. Undefined when there are more than the list holds.
 */
export async function readCurrentSales(
  redis: Redis,
  db: Db,
  now: Date,
): Promise<FlashSale[] | undefined> {
  const listed = await redis.get(CURRENT_SALES_KEY).catch(() => null);
  if (listed !== null) {
    const ids = JSON.parse(listed) as string[];
    if (ids.length > MAX_LISTED) return undefined;
    const found = new Map((await findSales(db, ids)).map((sale) => [sale.id, sale]));
    return ids.flatMap((id) => found.get(id) ?? []).filter((sale) => !isOver(sale, now));
  }
  const sales = await listCurrentSales(db, now, MAX_LISTED + 1);
  const ids = JSON.stringify(sales.map(({ id }) => id));
  await redis.set(CURRENT_SALES_KEY, ids, 'EX', LIST_TTL_S).catch(() => undefined);
  return sales.length > MAX_LISTED ? undefined : sales;
}

export async function forgetCurrentSales(redis: Redis): Promise<void> {
  await redis.unlink(CURRENT_SALES_KEY);
}
