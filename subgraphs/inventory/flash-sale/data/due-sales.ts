import { anyOf } from '#platform/database/ids.ts';
import type { Db, Tx } from '../../data/tables.ts';
import type { FlashSale } from '../domain/flash-sale.ts';
import { saleColumns, toSale } from './sale.repository.ts';

/** Sales that are over and still to be closed, or have units that came back after that. */
export async function findClosable(db: Db, now: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('flash_sale')
    .select('id')
    .where((eb) => eb.or([eb('ends_at', '<=', now), eb('cancelled_at', 'is not', null)]))
    .where((eb) => eb.or([eb('closed_at', 'is', null), eb('available', '>', 0)]))
    .orderBy('ends_at')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Whether it was not closed before. */
export async function markClosed(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('flash_sale')
    .set({ closed_at: now })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Sales that run, or begin before `until`. */
export async function findSalesToWarm(
  db: Db,
  { now, until, limit }: { now: Date; until: Date; limit: number },
): Promise<FlashSale[]> {
  const rows = await db
    .selectFrom('flash_sale')
    .select(saleColumns)
    .where('starts_at', '<=', until)
    .where('ends_at', '>', now)
    .where('cancelled_at', 'is', null)
    .orderBy('starts_at')
    .limit(limit)
    .execute();
  return rows.map(toSale);
}

/** Those of the sales that had not been warmed before. */
export async function markWarmed(tx: Tx, ids: readonly string[], now: Date): Promise<FlashSale[]> {
  const rows = await tx
    .updateTable('flash_sale')
    .set({ warmed_at: now })
    .where('id', '=', anyOf(ids))
    .where('warmed_at', 'is', null)
    .returning(saleColumns)
    .execute();
  return rows.map(toSale);
}
