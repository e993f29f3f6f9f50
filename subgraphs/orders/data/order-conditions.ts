import { sql, type RawBuilder } from 'kysely';
import type { OrderStatus } from '../domain/order.ts';
import type { FoundSearch } from './find-search.ts';
import type { Db } from './tables.ts';

/** What holds for every order of a list; what is left out holds for all. */
export interface OrderConditions {
  userId?: string | undefined;
  statuses?: readonly OrderStatus[] | undefined;
  placedFrom?: Date | undefined;
  placedBefore?: Date | undefined;
  minTotalCents?: number | undefined;
  maxTotalCents?: number | undefined;
  productId?: string | undefined;
  search?: FoundSearch | undefined;
}

/** Orders that meet the conditions, in no order. */
export function matching(db: Db, conditions: OrderConditions) {
  const { userId, statuses, productId, search } = conditions;
  const { placedFrom, placedBefore, minTotalCents, maxTotalCents } = conditions;
  let query = db.selectFrom('customer_order');
  if (userId !== undefined) query = query.where('customer_order.user_id', '=', userId);
  if (statuses !== undefined) query = query.where(hasStatus(statuses));
  if (placedFrom !== undefined) query = query.where('customer_order.placed_at', '>=', placedFrom);
  if (placedBefore !== undefined) {
    query = query.where('customer_order.placed_at', '<', placedBefore);
  }
  if (minTotalCents !== undefined) {
    query = query.where('customer_order.total_cents', '>=', minTotalCents);
  }
  if (maxTotalCents !== undefined) {
    query = query.where('customer_order.total_cents', '<=', maxTotalCents);
  }
  if (productId !== undefined) query = query.where(hasLine(sql`l.product_id = ${productId}::uuid`));
  if (search !== undefined) query = query.where(meetsSearch(search));
  return query;
}

/** One status is written as itself: the planner then knows how many have it. */
function hasStatus(statuses: readonly OrderStatus[]): RawBuilder<boolean> {
  const [only, ...others] = statuses;
  return only !== undefined && others.length === 0
    ? sql`customer_order.status = ${sql.lit(only)}`
    : sql`customer_order.status = any(${statuses}::text[])`;
}

function meetsSearch(search: FoundSearch): RawBuilder<boolean> {
  switch (search.kind) {
    case 'IDS': {
      const begins = sql<boolean>`customer_order.id between ${search.from}::uuid and ${search.to}::uuid`;
      if (search.others.length === 0) return begins;
      return sql`(${begins} or customer_order.id = any(${search.others}::uuid[]))`;
    }
    case 'PRODUCTS':
      return hasLine(sql`l.product_id = any(${search.productIds}::uuid[])`);
    case 'WORDS':
      return hasLine(
        sql`to_tsvector('simple', l.product_name) @@ to_tsquery('simple', ${search.query})`,
      );
  }
}

const hasLine = (condition: RawBuilder<unknown>) => sql<boolean>`exists (
  select from order_line l where l.order_id = customer_order.id and ${condition}
)`;
