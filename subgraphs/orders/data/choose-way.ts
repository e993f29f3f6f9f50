import type { OrderStatus } from '../domain/order.ts';
import { explain } from './explain.ts';
import { matchingThemselves, type OrderConditions } from './order-conditions.ts';
import { linesOf } from './lines-of-products.ts';
import { sorts, type OrderListRequest } from './order-sort.ts';
import type { Db } from './tables.ts';

/** How a page of orders is found. */
export type Way =
  /** As PostgreSQL plans it: there are few, by an index that leaves no choice. */
  | { kind: 'OWN' }
  /** All of a narrow range of totals, sorted. */
  | { kind: 'RANGE' }
  /** Along the orders in the order of the list. */
  | { kind: 'WALK' }
  /** Along the lines of each of these products. */
  | { kind: 'PRODUCTS'; productIds: readonly string[] };

/** A search that means more products than this finds its orders in so many of all that walking along them is faster. */
const MAX_PRODUCT_WALKS = 2_000;
/** Orders of a range of totals that are sorted rather than looked for along the time. */
const MAX_RANGE = 100_000;
/** Nobody stays in one of these for long, so they never hold many orders. */
const PASSING: ReadonlySet<OrderStatus> = new Set(['PENDING', 'AWAITING_PAYMENT', 'CONFIRMED']);

/**
 * Microseconds, measured with ten million orders. Those of one time lie together with their lines, those of one total are all
 * over the table.
 */
const COST = { orderByTime: 12, orderByTotal: 100, product: 25, line: 0.25 };
/** Lines of a product that are read at once. */
const LINES_A_PRODUCT = 500;

export async function chooseWay(
  db: Db,
  { conditions, sort, limit }: OrderListRequest,
): Promise<Way> {
  const { userId, search, minTotalCents, maxTotalCents, statuses } = conditions;
  if (userId !== undefined || search?.kind === 'IDS') return { kind: 'OWN' };
  const isByTime = sorts[sort].column === 'placed_at';
  const productIds = productsOf(conditions);
  if (productIds !== undefined) {
    if (productIds.length === 0) return { kind: 'PRODUCTS', productIds };
    const isPassing = statuses?.every((status) => PASSING.has(status)) === true;
    if (isPassing || productIds.length > MAX_PRODUCT_WALKS) return { kind: 'WALK' };
    return (await areLinesShorter(db, productIds, { conditions, limit, isByTime }))
      ? { kind: 'PRODUCTS', productIds }
      : { kind: 'WALK' };
  }
  const hasRange = minTotalCents !== undefined || maxTotalCents !== undefined;
  if (!isByTime || !hasRange || search !== undefined || conditions.productId !== undefined) {
    return { kind: 'WALK' };
  }
  const range = matchingThemselves(db, { minTotalCents, maxTotalCents });
  const { rows } = await explain(db, range.select('customer_order.id'));
  return { kind: rows <= MAX_RANGE ? 'RANGE' : 'WALK' };
}

/** Products of which each order has to have one, where that is a way; undefined where nothing is known of them. */
export function productsOf({ productId, search }: OrderConditions): readonly string[] | undefined {
  const found = search?.kind === 'PRODUCTS' ? search.productIds : undefined;
  if (productId === undefined) return found;
  return search === undefined || found?.includes(productId) === true ? [productId] : undefined;
}

/** By the planner's statistics, which know how often each product is in an order. */
async function areLinesShorter(
  db: Db,
  productIds: readonly string[],
  {
    conditions,
    limit,
    isByTime,
  }: Pick<OrderListRequest, 'conditions' | 'limit'> & { isByTime: boolean },
): Promise<boolean> {
  const { placedFrom, placedBefore } = conditions;
  const orders = await explain(
    db,
    matchingThemselves(db, { placedFrom, placedBefore }).select('customer_order.id'),
  );
  const lines = await explain(db, linesOf(productIds, { placedFrom, placedBefore }));
  const read = isByTime ? Math.min(lines.rows, productIds.length * LINES_A_PRODUCT) : lines.rows;
  const walked = Math.min(orders.rows, (limit * orders.rows) / Math.max(1, lines.rows));
  const costOfWalk = walked * (isByTime ? COST.orderByTime : COST.orderByTotal);
  return productIds.length * COST.product + read * COST.line <= costOfWalk;
}
