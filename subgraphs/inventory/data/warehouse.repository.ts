import { anyOf } from '#platform/database/ids.ts';
import type { Db } from './tables.ts';

export interface Warehouse {
  id: string;
  code: string;
  name: string;
  city: string;
  country: string;
}

const columns = ['id', 'code', 'name', 'city', 'country'] as const;

/** By code. A company has tens of warehouses, so the list is bounded rather than paged. */
export const MAX_WAREHOUSES = 1_000;

export function listWarehouses(db: Db): Promise<Warehouse[]> {
  return db.selectFrom('warehouse').select(columns).orderBy('code').limit(MAX_WAREHOUSES).execute();
}

export function findWarehouses(db: Db, ids: readonly string[]): Promise<Warehouse[]> {
  return db.selectFrom('warehouse').select(columns).where('id', '=', anyOf(ids)).execute();
}

/** Returns nothing when another warehouse has the code. */
export function insertWarehouse(
  db: Db,
  warehouse: Warehouse,
  now: Date,
): Promise<Warehouse | undefined> {
  return db
    .insertInto('warehouse')
    .values({ ...warehouse, created_at: now })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning(columns)
    .executeTakeFirst();
}
