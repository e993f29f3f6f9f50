import { sql, type Expression } from 'kysely';
import type { Db } from './tables.ts';

interface Explained {
  Plan: { 'Total Cost': number; 'Plan Rows': number };
}

/** What the planner expects of a query, from its statistics: nothing is run. */
export async function explain(
  db: Db,
  query: Expression<unknown>,
): Promise<{ cost: number; rows: number }> {
  const { rows } = await sql<{ 'QUERY PLAN': readonly Explained[] }>`
    explain (format json) ${query}
  `.execute(db);
  const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
  if (plan === undefined) throw new Error('PostgreSQL explained nothing');
  return { cost: plan['Total Cost'], rows: plan['Plan Rows'] };
}
