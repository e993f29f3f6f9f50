import { sql } from 'kysely';
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
  const { cost, rows } = await explain(db, conditions);
  if (rows > MAX_COUNTED || cost > MAX_COUNTING_COST) {
    return { count: Number(rows.toPrecision(SIGNIFICANT_DIGITS)), isExact: false };
  }
  const { count } = await matching(db, conditions)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return { count, isExact: true };
}

interface Explained {
  Plan: { 'Total Cost': number; 'Plan Rows': number };
}

async function explain(db: Db, conditions: OrderConditions) {
  const query = matching(db, conditions).select('customer_order.id');
  const { rows } = await sql<{ 'QUERY PLAN': readonly Explained[] }>`
    explain (format json) ${query}
  `.execute(db);
  const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
  if (plan === undefined) throw new Error('PostgreSQL explained nothing');
  return { cost: plan['Total Cost'], rows: plan['Plan Rows'] };
}
