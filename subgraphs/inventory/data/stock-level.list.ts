import { sql } from 'kysely';
import type { PageRequest } from '#platform/graphql/page.ts';
import { anyOf, isId } from '#platform/database/ids.ts';
import { stockColumns, type StockRow } from './stock.repository.ts';
import type { Db } from './tables.ts';

export interface StockLevelFilter {
  productIds?: readonly string[] | undefined;
  warehouseId?: string | undefined;
  availableBelow?: number | undefined;
}

/** Fewest available units first; one more than asked for, which tells that there is a next page. */
export function listStockLevels(
  db: Db,
  filter: StockLevelFilter,
  { first, after }: PageRequest,
): Promise<StockRow[]> {
  return filtered(db, filter)
    .select(stockColumns)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(available, product_id, warehouse_id) > (${after?.[0]}::int, ${after?.[1]}::uuid, ${after?.[2]}::uuid)`,
      ),
    )
    .orderBy('available')
    .orderBy('product_id')
    .orderBy('warehouse_id')
    .limit(first + 1)
    .execute();
}

export async function countStockLevels(db: Db, filter: StockLevelFilter): Promise<number> {
  const { count } = await filtered(db, filter)
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function filtered(db: Db, { productIds, warehouseId, availableBelow }: StockLevelFilter) {
  let query = db.selectFrom('stock');
  if (productIds !== undefined) query = query.where('product_id', '=', anyOf(productIds));
  if (warehouseId !== undefined) query = query.where('warehouse_id', '=', anyOf([warehouseId]));
  if (availableBelow !== undefined) query = query.where('available', '<', availableBelow);
  return query;
}

/** Whether a cursor's position is one that this list could have given. */
export const isStockLevelPosition = (position: readonly unknown[]): boolean =>
  position.length === 3 &&
  Number.isInteger(position[0]) &&
  position.slice(1).every((part) => typeof part === 'string' && isId(part));
