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
  return lineConditions(conditions).reduce(
    (query, condition) => query.where(hasLine(sql`customer_order.id`, condition)),
    matchingThemselves(db, conditions),
  );
}

/** Orders that meet the conditions that their own row can tell, in no order. */
export function matchingThemselves(db: Db, conditions: OrderConditions) {
  const { userId, statuses, search } = conditions;
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
  if (search?.kind === 'IDS') query = query.where(isFound(search));
  return query;
}

/** What a line `l` of the order has to be, for each of them a line. */
export function lineConditions({ productId, search }: OrderConditions): RawBuilder<boolean>[] {
  return [
    ...(productId === undefined ? [] : [sql<boolean>`l.product_id = ${productId}::uuid`]),
    ...(search?.kind === 'PRODUCTS'
      ? [sql<boolean>`l.product_id = any(${search.productIds}::uuid[])`]
      : []),
    ...(search?.kind === 'WORDS'
      ? [
          sql<boolean>`to_tsvector('simple', l.product_name) @@ to_tsquery('simple', ${search.query})`,
        ]
      : []),
  ];
}

/** One status is written as itself: the planner then knows how many have it. */
function hasStatus(statuses: readonly OrderStatus[]): RawBuilder<boolean> {
  const [only, ...others] = statuses;
  return only !== undefined && others.length === 0
    ? sql`customer_order.status = ${sql.lit(only)}`
    : sql`customer_order.status = any(${statuses}::text[])`;
}

function isFound({ from, to, others }: Extract<FoundSearch, { kind: 'IDS' }>): RawBuilder<boolean> {
  const begins = sql<boolean>`customer_order.id between ${from}::uuid and ${to}::uuid`;
  return others.length === 0
    ? begins
    : sql`(${begins} or customer_order.id = any(${others}::uuid[]))`;
}

const hasLine = (
  orderId: RawBuilder<unknown>,
  condition: RawBuilder<boolean>,
) => sql<boolean>`exists (
  select from order_line l where l.order_id = ${orderId} and ${condition}
)`;
