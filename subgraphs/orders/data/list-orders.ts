import { sql, type Expression, type RawBuilder } from 'kysely';
import { ORDER_STATUSES } from '../domain/order.ts';
import { chooseWay, type Way } from './choose-way.ts';
import { findIdsByProducts } from './find-ids-by-products.ts';
import { lineConditions, matching, matchingThemselves } from './order-conditions.ts';
import { isBehind, sorts, type OrderListRequest, type OrderSort } from './order-sort.ts';
import { orderColumns, type OrderRecord } from './order.repository.ts';
import type { Db } from './tables.ts';

/**
 * A page, by the way that leaves the least to look at. It finds keys in an index alone where it can, and then reads the
 * rows of the page. Pages deep in the list cost what the first one does.
 */
export async function listOrders(
  db: Db,
  request: OrderListRequest,
  choose: (db: Db, request: OrderListRequest) => Promise<Way> = chooseWay,
): Promise<OrderRecord[]> {
  if (request.conditions.statuses?.length === 0) return [];
  const way = await choose(db, request);
  switch (way.kind) {
    case 'OWN':
      return inOrder(db, request).select(orderColumns).limit(request.limit).execute();
    case 'RANGE':
      return ordersOfPage(
        db,
        request.sort,
        keysInOrder(request, matching(db, request.conditions)).limit(request.limit),
      );
    case 'WALK':
      return ordersOfPage(db, request.sort, walk(db, request));
    case 'PRODUCTS': {
      if (way.productIds.length === 0) return [];
      const ids = await findIdsByProducts(db, way.productIds, request);
      return ids.length === 0 ? [] : ordersOf(db, request.sort, sql`any(${ids}::uuid[])`).execute();
    }
  }
}

function inOrder(db: Db, { conditions, sort, after }: OrderListRequest) {
  const { column, direction } = sorts[sort];
  const query = matching(db, conditions)
    .orderBy(`customer_order.${column}`, direction)
    .orderBy('customer_order.id', direction);
  return after === undefined ? query : query.where(isBehind(placeOf(sort), sort, after));
}

/** From behind `after` on, to the end. */
function keysInOrder(
  { sort, after }: OrderListRequest,
  orders: ReturnType<typeof matchingThemselves>,
) {
  const { column, direction } = sorts[sort];
  const query = orders
    .select(['customer_order.id', sql.ref(`customer_order.${column}`).as('value')])
    .orderBy(`customer_order.${column}`, direction)
    .orderBy('customer_order.id', direction);
  return after === undefined ? query : query.where(isBehind(placeOf(sort), sort, after));
}

const placeOf = (sort: OrderSort) =>
  sql`(customer_order.${sql.ref(sorts[sort].column)}, customer_order.id)`;

/**
 * The orders one after the other, until the page is full of such as have the lines that are asked for. The lines are looked at
 * in an expression with a limit of its own, which PostgreSQL neither turns round nor into a join with all lines.
 *
 * The index of the orders by time begins with their status, which spares them one without. Each status is in order and without
 * a limit of its own: so they are merged as far as the page needs (Merge Append), unless few are found by another index. A
 * range of totals that comes here is a wide one: many orders have it, so each status is walked along for a page.
 */
function walk(db: Db, request: OrderListRequest): RawBuilder<unknown> {
  const { conditions, sort, limit } = request;
  const { column, direction } = sorts[sort];
  const isByTime = column === 'placed_at';
  const statuses = isByTime ? [...new Set(conditions.statuses ?? ORDER_STATUSES)] : [undefined];
  const lines = lineConditions(conditions);
  const hasRange = conditions.minTotalCents !== undefined || conditions.maxTotalCents !== undefined;
  // With a limit of its own a piece is planned for that, not for all of its orders.
  const isPage = lines.length === 0 && (statuses.length === 1 || hasRange);
  const pieces = statuses.map((status) => {
    const own = status === undefined ? conditions : { ...conditions, statuses: [status] };
    const keys = keysInOrder(request, matchingThemselves(db, own));
    return isPage ? keys.limit(limit) : keys;
  });
  const checks = lines.map(
    (condition, index) => sql`cross join lateral (
      select from order_line l where l.order_id = found.id and ${condition} limit 1
    ) as ${sql.ref(`line_${index}`)}`,
  );
  return sql`
    select found.id from (${sql.join(pieces, sql` union all `)}) as found
    ${sql.join(checks, sql` `)}
    order by found.value ${sql.raw(direction)}, found.id ${sql.raw(direction)}
    limit ${limit}
  `;
}

async function ordersOfPage(db: Db, sort: OrderSort, page: Expression<unknown>) {
  const { rows } = await sql<OrderRecord>`
    with page as materialized (${page})
    ${ordersOf(db, sort, sql`any(array(select id from page))`)}
  `.execute(db);
  return rows;
}

function ordersOf(db: Db, sort: OrderSort, ids: RawBuilder<unknown>) {
  const { column, direction } = sorts[sort];
  return db
    .selectFrom('customer_order')
    .where(sql<boolean>`customer_order.id = ${ids}`)
    .select(orderColumns)
    .orderBy(`customer_order.${column}`, direction)
    .orderBy('customer_order.id', direction);
}
