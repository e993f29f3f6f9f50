import { firstIdOf, NIL_ID, type Places } from './invariant.ts';

/** The first id after the seeded orders. */
export async function findSeededUntil({ query }: Places): Promise<string> {
  const [table] = await query<{ isThere: boolean }>(
    'orders',
    `select to_regclass('seed_run') is not null as "isThere"`,
    [],
  );
  if (table?.isThere !== true) return NIL_ID;
  const [run] = await query<{ until: Date }>('orders', 'select until from seed_run', []);
  return run === undefined ? NIL_ID : firstIdOf(run.until);
}
