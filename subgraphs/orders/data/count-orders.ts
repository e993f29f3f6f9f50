import { sql } from 'kysely';
import { explain } from './explain.ts';
import { productsOf } from './choose-way.ts';
import { linesOf } from './lines-of-products.ts';
import { matching, type OrderConditions } from './order-conditions.ts';
import type { Db } from './tables.ts';

export interface OrderCount {
  count: number;
  /** False for an estimate of the planner. */
  isExact: boolean;
}

/** More than anyone pages through. */
const MAX_COUNTED = 20_000;
/** In the planner's units: about 10,000 orders looked at one by one, which takes some 20 ms. */
const MAX_COUNTING_COST = 15_000;
/** Digits of an estimate; the others would be made up. */
const SIGNIFICANT_DIGITS = 2;

/** Counts what is counted soon; of more, the planner's statistics say about how many there are. */
export async function countOrders(db: Db, conditions: OrderConditions): Promise<OrderCount> {
  const productIds = productsOf(conditions);
  if (productIds !== undefined && areTold(conditions))
    return countByLines(db, productIds, conditions);
  const { cost, rows } = await explain(db, matching(db, conditions).select('customer_order.id'));
  if (rows > MAX_COUNTED || cost > MAX_COUNTING_COST) {
    return estimateOf(rows);
  }
  const { count } = await matching(db, conditions)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return { count, isExact: true };
}

/** Whether lines tell everything about their order that is asked for. */
const areTold = ({ userId, statuses }: OrderConditions) =>
  userId === undefined && statuses === undefined;

/** In the index of the lines alone. */
async function countByLines(
  db: Db,
  productIds: readonly string[],
  conditions: OrderConditions,
): Promise<OrderCount> {
  if (productIds.length === 0) return { count: 0, isExact: true };
  const lines = linesOf(productIds, conditions);
  const { rows: expected } = await explain(db, lines);
  if (expected > MAX_COUNTED) return estimateOf(expected);
  const { rows } = await sql<{ count: number }>`
    select count(distinct order_id)::int as count from (${lines}) as line
  `.execute(db);
  return { count: rows[0]?.count ?? 0, isExact: true };
}

const estimateOf = (rows: number): OrderCount => {
  return { count: Number(rows.toPrecision(SIGNIFICANT_DIGITS)), isExact: false };
};
