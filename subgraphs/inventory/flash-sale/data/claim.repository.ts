import { sql } from 'kysely';
import { anyOf } from '#platform/database/ids.ts';
import type { Db, Tx } from '../../data/tables.ts';
import {
  buyerKey,
  purchaseKey,
  type FlashClaim,
  type KnownClaim,
} from '../domain/decide-claims.ts';

/** The orders that the keys of these claims belong to. */
export async function findKnownClaims(
  tx: Tx,
  claims: readonly FlashClaim[],
): Promise<Map<string, KnownClaim>> {
  const { rows } = await sql<KnownClaim & FlashClaim>`
    select
      c.order_id as "orderId", c.sale_id as "saleId", c.user_id as "userId",
      c.idempotency_key as "idempotencyKey", c.content_hash as "contentHash",
      r.status in ('HELD', 'COMMITTED') as "holdsUnits"
    from unnest(
      ${claims.map(({ saleId }) => saleId)}::uuid[],
      ${claims.map(({ userId }) => userId)}::uuid[],
      ${claims.map(({ idempotencyKey }) => idempotencyKey)}::text[]
    ) as wanted (sale_id, user_id, key)
    join flash_claim c on c.sale_id = wanted.sale_id and c.user_id = wanted.user_id
      and c.idempotency_key = wanted.key
    join reservation r on r.order_id = c.order_id
  `.execute(tx);
  return new Map(
    rows.map((row) => {
      const { orderId, contentHash, holdsUnits } = row;
      return [purchaseKey(row), { orderId, contentHash, holdsUnits }];
    }),
  );
}

/** Units of users in the sales that they claim of. */
export async function findBoughtUnits(
  tx: Tx,
  claims: readonly FlashClaim[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ saleId: string; userId: string; units: number }>`
    select distinct b.sale_id as "saleId", b.user_id as "userId", b.units
    from unnest(
      ${claims.map(({ saleId }) => saleId)}::uuid[],
      ${claims.map(({ userId }) => userId)}::uuid[]
    ) as wanted (sale_id, user_id)
    join flash_buyer b on b.sale_id = wanted.sale_id and b.user_id = wanted.user_id
  `.execute(tx);
  return new Map(rows.map((row) => [buyerKey(row), row.units]));
}

export async function insertClaims(
  tx: Tx,
  claims: readonly FlashClaim[],
  now: Date,
): Promise<void> {
  if (claims.length === 0) return;
  await sql`
    insert into flash_claim
      (order_id, sale_id, user_id, units, idempotency_key, content_hash, created_at)
    select *, ${now} from unnest(
      ${claims.map(({ orderId }) => orderId)}::uuid[],
      ${claims.map(({ saleId }) => saleId)}::uuid[],
      ${claims.map(({ userId }) => userId)}::uuid[],
      ${claims.map(({ quantity }) => quantity)}::int[],
      ${claims.map(({ idempotencyKey }) => idempotencyKey)}::text[],
      ${claims.map(({ contentHash }) => contentHash)}::text[]
    )
  `.execute(tx);
}

export interface BuyerUnits {
  saleId: string;
  userId: string;
  units: number;
}

/** Units that users get; more than the sale's limit is refused by a constraint. */
export async function addBuyerUnits(tx: Tx, bought: readonly BuyerUnits[]): Promise<void> {
  if (bought.length === 0) return;
  const sums = sumByBuyer(bought);
  await sql`
    insert into flash_buyer (sale_id, user_id, units, max_units)
    select added.sale_id, added.user_id, added.units, s.limit_per_user
    from unnest(
      ${sums.map(({ saleId }) => saleId)}::uuid[],
      ${sums.map(({ userId }) => userId)}::uuid[],
      ${sums.map(({ units }) => units)}::int[]
    ) as added (sale_id, user_id, units)
    join flash_sale s on s.id = added.sale_id
    on conflict (sale_id, user_id) do update set units = flash_buyer.units + excluded.units
  `.execute(tx);
}

/** Units that users give back. */
export async function subtractBuyerUnits(tx: Tx, released: readonly BuyerUnits[]): Promise<void> {
  if (released.length === 0) return;
  const sums = sumByBuyer(released);
  await sql`
    update flash_buyer b set units = b.units - given.units
    from unnest(
      ${sums.map(({ saleId }) => saleId)}::uuid[],
      ${sums.map(({ userId }) => userId)}::uuid[],
      ${sums.map(({ units }) => units)}::int[]
    ) as given (sale_id, user_id, units)
    where b.sale_id = given.sale_id and b.user_id = given.user_id
  `.execute(tx);
}

function sumByBuyer(all: readonly BuyerUnits[]): BuyerUnits[] {
  const sums = new Map<string, BuyerUnits>();
  for (const one of all) {
    const sum = sums.get(buyerKey(one)) ?? { ...one, units: 0 };
    sums.set(buyerKey(one), { ...sum, units: sum.units + one.units });
  }
  return Array.from(sums.values());
}

/** Claims of a sale whose orders hold or have bought units, latest first. */
export async function listActiveClaims(
  db: Db,
  saleId: string,
  limit: number,
): Promise<FlashClaim[]> {
  const rows = await db
    .selectFrom('flash_claim')
    .innerJoin('reservation', 'reservation.order_id', 'flash_claim.order_id')
    .select([
      'flash_claim.order_id as orderId',
      'sale_id as saleId',
      'user_id as userId',
      'units as quantity',
      'idempotency_key as idempotencyKey',
      'content_hash as contentHash',
    ])
    .where('sale_id', '=', anyOf([saleId]))
    .where('status', 'in', ['HELD', 'COMMITTED'])
    .orderBy('flash_claim.order_id', 'desc')
    .limit(limit)
    .execute();
  return rows;
}
