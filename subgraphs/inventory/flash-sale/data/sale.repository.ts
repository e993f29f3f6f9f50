import { sql } from 'kysely';
import { anyOf } from '#platform/database/ids.ts';
import type { Db, Tx } from '../../data/tables.ts';
import type { FlashSale } from '../domain/flash-sale.ts';

export const saleColumns = [
  'id',
  'product_id as productId',
  'price_cents as priceCents',
  'currency',
  'units',
  'available',
  'reserved',
  'sold',
  'returned',
  'limit_per_user as limitPerUser',
  'starts_at as startsAt',
  'ends_at as endsAt',
  'cancelled_at as cancelledAt',
  'warmed_at as warmedAt',
  'created_at as createdAt',
  'version',
] as const;

/** bigint arrives as text unless the client is told otherwise. */
type Stored = Omit<FlashSale, 'version'> & { version: number | string };

export const toSale = (row: Stored): FlashSale =>
  Object.assign(row, { version: Number(row.version) });

export async function findSales(db: Db, ids: readonly string[]): Promise<FlashSale[]> {
  const rows = await db
    .selectFrom('flash_sale')
    .select(saleColumns)
    .where('id', '=', anyOf(ids))
    .execute();
  return rows.map(toSale);
}

/**
 * Holds sales until the end of the transaction: whoever changes their units, buyers or claims holds them,
 * so that one transaction a sale decides at a time.
 */
export async function lockSales(tx: Tx, ids: readonly string[]): Promise<FlashSale[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('flash_sale')
    .select(saleColumns)
    .where('id', '=', anyOf(ids))
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(toSale);
}

/** The sale that a product is in at a time, or else its next one; one a product. */
export async function findCurrentSales(
  db: Db,
  productIds: readonly string[],
  now: Date,
): Promise<FlashSale[]> {
  const rows = await db
    .selectFrom('flash_sale')
    .distinctOn('product_id')
    .select(saleColumns)
    .where('product_id', '=', anyOf(productIds))
    .where('ends_at', '>', now)
    .where('cancelled_at', 'is', null)
    .orderBy('product_id')
    .orderBy('starts_at')
    .execute();
  return rows.map(toSale);
}

/** A sale of the product that is not over and shares time with this one. */
export async function findOverlap(
  db: Db,
  { productId, startsAt, endsAt }: Pick<FlashSale, 'productId' | 'startsAt' | 'endsAt'>,
): Promise<FlashSale | undefined> {
  const row = await db
    .selectFrom('flash_sale')
    .select(saleColumns)
    .where('product_id', '=', productId)
    .where('cancelled_at', 'is', null)
    .where('starts_at', '<', endsAt)
    .where('ends_at', '>', startsAt)
    .orderBy('starts_at')
    .limit(1)
    .executeTakeFirst();
  return row && toSale(row);
}

export type NewFlashSale = Omit<
  FlashSale,
  'available' | 'reserved' | 'sold' | 'returned' | 'cancelledAt' | 'warmedAt' | 'version'
> & { createdBy: string };

export async function insertSale(tx: Tx, sale: NewFlashSale): Promise<FlashSale> {
  const row = await tx
    .insertInto('flash_sale')
    .values({
      id: sale.id,
      product_id: sale.productId,
      price_cents: sale.priceCents,
      currency: sale.currency,
      units: sale.units,
      available: sale.units,
      reserved: 0,
      sold: 0,
      returned: 0,
      limit_per_user: sale.limitPerUser,
      starts_at: sale.startsAt,
      ends_at: sale.endsAt,
      created_by: sale.createdBy,
      created_at: sale.createdAt,
      updated_at: sale.createdAt,
      version: 1,
    })
    .returning(saleColumns)
    .executeTakeFirstOrThrow();
  return toSale(row);
}

/** Undefined when it was cancelled before, or has ended. */
export async function markCancelled(tx: Tx, id: string, now: Date): Promise<FlashSale | undefined> {
  const row = await tx
    .updateTable('flash_sale')
    .set({ cancelled_at: now, updated_at: now, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('cancelled_at', 'is', null)
    .where('ends_at', '>', now)
    .returning(saleColumns)
    .executeTakeFirst();
  return row && toSale(row);
}

export interface SaleChange {
  saleId: string;
  available: number;
  reserved: number;
  sold: number;
  returned?: number;
}

/** Adds to the numbers of sales that the transaction holds, and returns what they are now. */
export async function changeSales(
  tx: Tx,
  changes: readonly SaleChange[],
  now: Date,
): Promise<FlashSale[]> {
  if (changes.length === 0) return [];
  const changed = await sql<{ id: string }>`
    update flash_sale set
      available = flash_sale.available + change.available,
      reserved = flash_sale.reserved + change.reserved,
      sold = flash_sale.sold + change.sold,
      returned = flash_sale.returned + change.returned,
      version = flash_sale.version + 1,
      updated_at = ${now}
    from unnest(
      ${changes.map(({ saleId }) => saleId)}::uuid[],
      ${changes.map(({ available }) => available)}::int[],
      ${changes.map(({ reserved }) => reserved)}::int[],
      ${changes.map(({ sold }) => sold)}::int[],
      ${changes.map(({ returned = 0 }) => returned)}::int[]
    ) as change (sale_id, available, reserved, sold, returned)
    where flash_sale.id = change.sale_id
    returning flash_sale.id
  `.execute(tx);
  return findSales(
    tx,
    changed.rows.map(({ id }) => id),
  );
}
