import { sql, type RawBuilder } from 'kysely';
import type { Position } from '#platform/graphql/page.ts';
import type { OrderStatus } from '../domain/order.ts';
import type { SearchTerm } from '../domain/order-search.ts';
import { orderColumns, type OrderRecord } from './order.repository.ts';
import type { Db } from './tables.ts';

export type OrderSort = 'NEWEST' | 'OLDEST' | 'TOTAL_DESC' | 'TOTAL_ASC';

export interface OrderConditions {
  userId?: string | undefined;
  statuses?: readonly OrderStatus[] | undefined;
  placedFrom?: Date | undefined;
  placedBefore?: Date | undefined;
  minTotalCents?: number | undefined;
  maxTotalCents?: number | undefined;
  productId?: string | undefined;
  search?: SearchTerm | undefined;
}

const sorts = {
  NEWEST: { column: 'placed_at', direction: 'desc' },
  OLDEST: { column: 'placed_at', direction: 'asc' },
  TOTAL_DESC: { column: 'total_cents', direction: 'desc' },
  TOTAL_ASC: { column: 'total_cents', direction: 'asc' },
} as const;

export interface OrderListRequest {
  conditions: OrderConditions;
  sort: OrderSort;
  after: Position | undefined;
  limit: number;
}

export function listOrders(db: Db, request: OrderListRequest): Promise<OrderRecord[]> {
  const { column, direction } = sorts[request.sort];
  let query = matching(db, request.conditions)
    .select(orderColumns)
    .orderBy(`customer_order.${column}`, direction)
    .orderBy('customer_order.id', direction)
    .limit(request.limit);
  if (request.after !== undefined) {
    const [value = '', id = ''] = request.after;
    const position = column === 'placed_at' ? sql`${value}::timestamptz` : sql`${value}::integer`;
    const isBehind = direction === 'desc' ? sql`<` : sql`>`;
    query = query.where(
      sql<boolean>`(customer_order.${sql.ref(column)}, customer_order.id) ${isBehind} (${position}, ${id}::uuid)`,
    );
  }
  return query.execute();
}

/** Where an order lies in a list of this order. */
export function orderPosition(order: OrderRecord, sort: OrderSort): Position {
  const value =
    sorts[sort].column === 'placed_at' ? order.placedAt.toISOString() : order.totalCents;
  return [value, order.id];
}

export async function countOrders(db: Db, conditions: OrderConditions): Promise<number> {
  const { count } = await matching(db, conditions)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

function matching(db: Db, conditions: OrderConditions) {
  const { userId, statuses, productId, search } = conditions;
  let query = db.selectFrom('customer_order');
  if (userId !== undefined) query = query.where('customer_order.user_id', '=', userId);
  if (statuses !== undefined) {
    query = query.where('customer_order.status', '=', sql<OrderStatus>`any(${statuses}::text[])`);
  }
  if (conditions.placedFrom !== undefined) {
    query = query.where('customer_order.placed_at', '>=', conditions.placedFrom);
  }
  if (conditions.placedBefore !== undefined) {
    query = query.where('customer_order.placed_at', '<', conditions.placedBefore);
  }
  if (conditions.minTotalCents !== undefined) {
    query = query.where('customer_order.total_cents', '>=', conditions.minTotalCents);
  }
  if (conditions.maxTotalCents !== undefined) {
    query = query.where('customer_order.total_cents', '<=', conditions.maxTotalCents);
  }
  if (productId !== undefined) query = query.where(hasLine(sql`l.product_id = ${productId}::uuid`));
  if (search?.kind === 'ID') query = query.where(hasId(search));
  if (search?.kind === 'WORDS') {
    const words = search.words.map((word) => `${word}:*`).join(' & ');
    query = query.where(
      hasLine(sql`to_tsvector('simple', l.product_name) @@ to_tsquery('simple', ${words})`),
    );
  }
  return query;
}

/** Each half has an index of its own: the key, and `customer_order_id_end` of the last eight digits. */
function hasId({ from, to, end }: SearchTerm & { kind: 'ID' }): RawBuilder<boolean> {
  const begins = sql<boolean>`customer_order.id between ${from}::uuid and ${to}::uuid`;
  if (end === undefined) return begins;
  return sql`(${begins} or (
    right(customer_order.id::text, 8) = right(${end}, 8)
    and right(replace(customer_order.id::text, '-', ''), ${end.length}) = ${end}
  ))`;
}

const hasLine = (condition: RawBuilder<unknown>) => sql<boolean>`exists (
  select from order_line l where l.order_id = customer_order.id and ${condition}
)`;
