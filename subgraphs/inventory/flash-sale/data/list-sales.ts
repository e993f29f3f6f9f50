import { sql } from 'kysely';
import type { PageRequest } from '#platform/graphql/page.ts';
import { anyOf, isId } from '#platform/database/ids.ts';
import type { Db } from '../../data/tables.ts';
import type { FlashSale } from '../domain/flash-sale.ts';
import { saleColumns, toSale } from './sale.repository.ts';

export interface FlashSaleConditions {
  productId?: string | undefined;
  isOver: boolean;
  /** What is over is over by then. */
  now: Date;
}

/** In the order of their beginning, or latest first when they are over; one more than asked for. */
export async function listSales(
  db: Db,
  conditions: FlashSaleConditions,
  { first, after }: PageRequest,
): Promise<FlashSale[]> {
  const direction = conditions.isOver ? 'desc' : 'asc';
  const behind = sql.raw(conditions.isOver ? '<' : '>');
  const rows = await filtered(db, conditions)
    .select(saleColumns)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(starts_at, id) ${behind} (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`,
      ),
    )
    .orderBy('starts_at', direction)
    .orderBy('id', direction)
    .limit(first + 1)
    .execute();
  return rows.map(toSale);
}

export async function countSales(db: Db, conditions: FlashSaleConditions): Promise<number> {
  const { count } = await filtered(db, conditions)
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Those that run or come next. */
export const listCurrentSales = (db: Db, now: Date, limit: number): Promise<FlashSale[]> =>
  listSales(db, { isOver: false, now }, { first: limit - 1, after: undefined });

function filtered(db: Db, { productId, isOver, now }: FlashSaleConditions) {
  let query = db.selectFrom('flash_sale');
  if (productId !== undefined) query = query.where('product_id', '=', anyOf([productId]));
  return isOver
    ? query.where((eb) => eb.or([eb('ends_at', '<=', now), eb('cancelled_at', 'is not', null)]))
    : query.where('ends_at', '>', now).where('cancelled_at', 'is', null);
}

/** Whether a cursor's position is one that this list could have given. */
export const isSalePosition = (position: readonly unknown[]): boolean =>
  position.length === 2 &&
  typeof position[0] === 'string' &&
  !Number.isNaN(Date.parse(position[0])) &&
  typeof position[1] === 'string' &&
  isId(position[1]);
