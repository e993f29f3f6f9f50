import { sql, type Selectable } from 'kysely';
import { executeLater, executeWithNext } from '#platform/database/later.ts';
import type { AllocatedUnits } from '../domain/allocate-order.ts';
import type { BatchDecision } from '../domain/decide-batch.ts';
import type { Reservation, SaleBuyer } from '../domain/reservation.ts';
import { anyOf } from '#platform/database/ids.ts';
import type { Tables, Tx } from './tables.ts';

export const RESERVATION_KEY = 'reservation_pkey';

/** Holds what is known of these orders until the end of the transaction, in one round trip. */
export async function lockReservations(
  tx: Tx,
  orderIds: readonly string[],
): Promise<Reservation[]> {
  if (orderIds.length === 0) return [];
  const locking = tx
    .selectFrom('reservation')
    .leftJoin('flash_claim', 'flash_claim.order_id', 'reservation.order_id')
    .select([
      'reservation.order_id',
      'status',
      'expires_at',
      'release_reason',
      'missing',
      'sale_id',
      'user_id',
    ])
    .where('reservation.order_id', '=', anyOf(orderIds))
    .orderBy('reservation.order_id')
    .forUpdate('reservation');
  const locked = await executeWithNext(tx, locking);
  const lines = await findLines(tx, orderIds);
  return locked().map((row) => toReservation(row, lines));
}

type ReservationRow = Pick<
  Selectable<Tables['reservation']>,
  'order_id' | 'status' | 'expires_at' | 'release_reason' | 'missing'
> & { sale_id: string | null; user_id: string | null };

function toReservation(
  row: ReservationRow,
  lines: ReadonlyMap<string, AllocatedUnits[]>,
): Reservation {
  const { order_id: orderId, status, sale_id: saleId, user_id: userId } = row;
  const known: { orderId: string; sale?: SaleBuyer } = { orderId };
  if (saleId !== null && userId !== null) known.sale = { saleId, userId };
  if (status === 'RELEASED') return { ...known, status, reason: row.release_reason ?? 'CANCELLED' };
  if (status === 'FAILED') return { ...known, status, missing: row.missing ?? [] };
  const expiresAt = row.expires_at ?? new Date(0);
  return { ...known, status, expiresAt, lines: lines.get(orderId) ?? [] };
}

async function findLines(
  tx: Tx,
  orderIds: readonly string[],
): Promise<Map<string, AllocatedUnits[]>> {
  const lines = new Map<string, AllocatedUnits[]>();
  const rows = await tx
    .selectFrom('reservation_line')
    .selectAll()
    .where('order_id', '=', anyOf(orderIds))
    .execute();
  for (const { order_id, product_id, warehouse_id, quantity } of rows) {
    const ofOrder = lines.get(order_id) ?? [];
    ofOrder.push({ productId: product_id, warehouseId: warehouse_id, quantity });
    lines.set(order_id, ofOrder);
  }
  return lines;
}

/** Holds reservations whose time is over; those that another transaction holds are left to it. */
export async function lockDueReservations(tx: Tx, now: Date, limit: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('reservation')
    .select('order_id')
    .where('status', '=', 'HELD')
    .where('expires_at', '<=', now)
    .orderBy('expires_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(({ order_id }) => order_id);
}

/**
 * Writes what a batch has decided, one statement a table. Fails with a violation of `RESERVATION_KEY` when
 * another transaction has made one of the new reservations meanwhile.
 */
export async function saveReservations(
  tx: Tx,
  { created, changed, dropped, allocated }: BatchDecision,
  now: Date,
): Promise<void> {
  if (created.length > 0) {
    await executeLater(
      tx,
      sql`
      insert into reservation
        (order_id, status, expires_at, release_reason, missing, created_at, updated_at)
      select *, ${now}, ${now} from ${asRows(created)}
    `,
    );
  }
  if (changed.length > 0) {
    await executeLater(
      tx,
      sql`
      update reservation set
        status = decided.status,
        expires_at = decided.expires_at,
        release_reason = decided.release_reason,
        missing = decided.missing,
        updated_at = ${now}
      from ${asRows(changed)}
      where reservation.order_id = decided.order_id
    `,
    );
  }
  if (dropped.length > 0) {
    await tx.deleteFrom('reservation_line').where('order_id', '=', anyOf(dropped)).execute();
  }
  if (allocated.length > 0) {
    await executeLater(
      tx,
      sql`
      insert into reservation_line (order_id, product_id, warehouse_id, quantity)
      select * from unnest(
        ${allocated.map(({ orderId }) => orderId)}::uuid[],
        ${allocated.map(({ productId }) => productId)}::uuid[],
        ${allocated.map(({ warehouseId }) => warehouseId)}::uuid[],
        ${allocated.map(({ quantity }) => quantity)}::int[]
      )
    `,
    );
  }
}

function asRows(reservations: readonly Reservation[]) {
  return sql`(
    select order_id, status, expires_at, release_reason, missing::jsonb as missing
    from unnest(
      ${reservations.map(({ orderId }) => orderId)}::uuid[],
      ${reservations.map(({ status }) => status)}::text[],
      ${reservations.map((it) => ('expiresAt' in it ? it.expiresAt : null))}::timestamptz[],
      ${reservations.map((it) => ('reason' in it ? it.reason : null))}::text[],
      ${reservations.map((it) => ('missing' in it ? JSON.stringify(it.missing) : null))}::text[]
    ) as row (order_id, status, expires_at, release_reason, missing)
    order by order_id
  ) as decided`;
}
