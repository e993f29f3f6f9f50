import { sql, type RawBuilder } from 'kysely';
import type { Position } from '#platform/graphql/page.ts';
import { ORDER_STATUSES, type OrderStatus } from '../domain/order.ts';
import { matching, type OrderConditions } from './order-conditions.ts';
import { orderColumns, type OrderRecord } from './order.repository.ts';
import type { Db } from './tables.ts';

export type OrderSort = 'NEWEST' | 'OLDEST' | 'TOTAL_DESC' | 'TOTAL_ASC';

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

/** A search that means more products than this finds its orders in so many of all that walking along them is faster. */
const MAX_PRODUCT_WALKS = 2_000;
/**
 * Where something else has to hold for the orders of the products, each is looked at. Of more lines than this, those behind
 * some products are so frequent among all orders that walking along these looks at fewer: both take some 80 ms here.
 */
const MAX_LINES_TO_LOOK_AT = 25_000;
/** Nobody stays in one of these for long, so they never hold many orders. */
const PASSING: ReadonlySet<OrderStatus> = new Set(['PENDING', 'AWAITING_PAYMENT', 'CONFIRMED']);

/**
 * A page, by the index that gives the order and leaves the least to look at: orders of a user, of each
 * product, or of each status. Pages deep in the list cost what the first one does.
 */
export async function listOrders(db: Db, request: OrderListRequest): Promise<OrderRecord[]> {
  const { conditions, sort } = request;
  const isByTime = sorts[sort].column === 'placed_at';
  if (!isByTime || conditions.userId !== undefined || conditions.search?.kind === 'IDS') {
    return pageOf(db, request).select(orderColumns).execute();
  }
  const products = await findProductsToWalk(db, conditions);
  return products === undefined ? mergeStatuses(db, request) : mergeProducts(db, products, request);
}

/** Where an order lies in a list of this order. */
export function orderPosition(order: OrderRecord, sort: OrderSort): Position {
  const value =
    sorts[sort].column === 'placed_at' ? order.placedAt.toISOString() : order.totalCents;
  return [value, order.id];
}

function pageOf(db: Db, request: OrderListRequest) {
  return inOrder(db, request).limit(request.limit);
}

/** From behind `after` on, to the end. */
function inOrder(db: Db, { conditions, sort, after }: Omit<OrderListRequest, 'limit'>) {
  const { column, direction } = sorts[sort];
  const query = matching(db, conditions)
    .orderBy(`customer_order.${column}`, direction)
    .orderBy('customer_order.id', direction);
  if (after === undefined) return query;
  const place = sql`(customer_order.${sql.ref(column)}, customer_order.id)`;
  return query.where(isBehind(place, sort, after));
}

/**
 * The index of the orders by time begins with their status, which spares them one without. Each status is in order and without
 * a limit of its own: so they are merged as far as the page needs (Merge Append), unless few are found by another index.
 * Left unordered, all of ten million are read; with a limit each, orders that nearly none meet are looked for in each status.
 */
async function mergeStatuses(db: Db, request: OrderListRequest): Promise<OrderRecord[]> {
  const { conditions, sort } = request;
  const statuses = [...new Set(conditions.statuses ?? ORDER_STATUSES)];
  if (statuses.length === 0) return [];
  if (statuses.length === 1) return pageOf(db, request).select(orderColumns).execute();
  const { direction } = sorts[sort];
  const walk = isDense(conditions) ? pageOf : inOrder;
  const pages = statuses.map((status) =>
    walk(db, { ...request, conditions: { ...conditions, statuses: [status] } }).select([
      'customer_order.id',
      'customer_order.placed_at',
    ]),
  );
  const { rows } = await sql<OrderRecord>`
    with page as materialized (
      select * from (${sql.join(pages, sql` union all `)}) as found
      order by placed_at ${sql.raw(direction)}, id ${sql.raw(direction)}
      limit ${request.limit}
    )
    ${ordersOfPage(db, sort)}
  `.execute(db);
  return rows;
}

/**
 * A search that comes here is met by one order in a few hundred, which the planner cannot know: with a limit in each status it
 * does not go and collect all of them, which takes seconds.
 */
function isDense({ search, minTotalCents, maxTotalCents }: OrderConditions): boolean {
  return search !== undefined && minTotalCents === undefined && maxTotalCents === undefined;
}

/** As many of each product as the page holds are enough for all of the page. */
async function mergeProducts(
  db: Db,
  productIds: readonly string[],
  { conditions, sort, after, limit }: OrderListRequest,
): Promise<OrderRecord[]> {
  if (productIds.length === 0) return [];
  const { direction } = sorts[sort];
  const place = sql`(line.placed_at, line.order_id)`;
  const rest = matching(db, { ...conditions, productId: undefined, search: undefined })
    .select('customer_order.id')
    .whereRef('customer_order.id', '=', sql.ref('line.order_id'));
  const byTime = sql`order by line.placed_at ${sql.raw(direction)}, line.order_id ${sql.raw(direction)}`;
  const { rows } = await sql<OrderRecord>`
    with page as materialized (
      select distinct line.placed_at, line.order_id as id
      from unnest(${productIds}::uuid[]) as wanted (product_id)
      cross join lateral (
        select line.placed_at, line.order_id from order_line as line
        where line.product_id = wanted.product_id
          and ${after === undefined ? sql`true` : isBehind(place, sort, after)}
          and ${isNarrowed(conditions) ? sql`exists ${rest}` : sql`true`}
        ${byTime}
        limit ${limit}
      ) as line
      order by placed_at ${sql.raw(direction)}, id ${sql.raw(direction)}
      limit ${limit}
    )
    ${ordersOfPage(db, sort)}
  `.execute(db);
  return rows;
}

/** What the expression `page` holds keys of. */
function ordersOfPage(db: Db, sort: OrderSort) {
  const { column, direction } = sorts[sort];
  return db
    .selectFrom('customer_order')
    .where('customer_order.id', 'in', sql<string>`(select id from page)`)
    .select(orderColumns)
    .orderBy(`customer_order.${column}`, direction)
    .orderBy('customer_order.id', direction);
}

/** By what only the order itself can tell. */
function isNarrowed(conditions: OrderConditions): boolean {
  const { productId: _product, search: _search, ...others } = conditions;
  return Object.values(others).some((condition) => condition !== undefined);
}

/** Undefined where another way is shorter. */
async function findProductsToWalk(
  db: Db,
  conditions: OrderConditions,
): Promise<readonly string[] | undefined> {
  const products = productsOf(conditions);
  if (products === undefined || products.length > MAX_PRODUCT_WALKS) return undefined;
  if (conditions.statuses?.every((status) => PASSING.has(status)) === true) return undefined;
  const isShort = !isNarrowed(conditions) || !(await haveManyLines(db, products));
  return isShort ? products : undefined;
}

function productsOf({ productId, search }: OrderConditions): readonly string[] | undefined {
  const found = search?.kind === 'PRODUCTS' ? search.productIds : undefined;
  if (productId === undefined) return found;
  return search === undefined || found?.includes(productId) === true ? [productId] : undefined;
}

async function haveManyLines(db: Db, productIds: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (
      select from order_line where product_id = any(${productIds}::uuid[])
      limit ${MAX_LINES_TO_LOOK_AT + 1}
    ) as line
  `.execute(db);
  return (rows[0]?.count ?? 0) > MAX_LINES_TO_LOOK_AT;
}

function isBehind(
  place: RawBuilder<unknown>,
  sort: OrderSort,
  [value = '', id = '']: Position,
): RawBuilder<boolean> {
  const { column, direction } = sorts[sort];
  const position = column === 'placed_at' ? sql`${value}::timestamptz` : sql`${value}::integer`;
  const than = direction === 'desc' ? sql`<` : sql`>`;
  return sql`${place} ${than} (${position}, ${id}::uuid)`;
}
