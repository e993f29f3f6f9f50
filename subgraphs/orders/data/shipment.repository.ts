import { sql } from 'kysely';
import { executeLater } from '#platform/database/later.ts';
import type { ShipmentStatus } from '../domain/shipment.ts';
import { anyOf } from '#platform/database/ids.ts';
import type { Db, Tx } from './tables.ts';

export interface ShipmentRecord {
  id: string;
  orderId: string;
  userId: string;
  attempt: number;
  carrier: string;
  trackingNumber: string;
  status: ShipmentStatus;
  estimatedDeliveryAt: Date;
  /** When the carrier moves it, or looks again whether its order is ready; null at the end. */
  nextStepAt: Date | null;
}

const columns = [
  'id',
  'order_id as orderId',
  'user_id as userId',
  'attempt',
  'carrier',
  'tracking_number as trackingNumber',
  'status',
  'estimated_delivery_at as estimatedDeliveryAt',
  'next_step_at as nextStepAt',
] as const;

export function findLatestShipments(
  db: Db,
  orderIds: readonly string[],
): Promise<ShipmentRecord[]> {
  return db
    .selectFrom('shipment')
    .distinctOn('order_id')
    .select(columns)
    .where('order_id', '=', anyOf(orderIds))
    .orderBy('order_id')
    .orderBy('attempt', 'desc')
    .execute();
}

export async function lockLatestShipment(
  tx: Tx,
  orderId: string,
): Promise<ShipmentRecord | undefined> {
  const latest = await lockLatestShipments(tx, [orderId]);
  return latest.get(orderId);
}

/** By order id. Holds the parcels of all attempts, which are three at most. */
export async function lockLatestShipments(
  tx: Tx,
  orderIds: readonly string[],
): Promise<Map<string, ShipmentRecord>> {
  const rows = await tx
    .selectFrom('shipment')
    .select(columns)
    .where('order_id', '=', anyOf(orderIds))
    .orderBy('order_id')
    .orderBy('attempt')
    .forUpdate()
    .execute();
  return new Map(rows.map((parcel) => [parcel.orderId, parcel]));
}

/**
 * Which attempt at a parcel these orders want, by order id: those that have theirs, or are over, are left out. They are found by
 * their ids alone: an index of statuses is full of orders that were confirmed a moment ago.
 */
export async function findWantedParcels(
  db: Db,
  orderIds: readonly string[],
): Promise<Map<string, number>> {
  if (orderIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('customer_order')
    .select(['id', 'shipment_attempt as attempt', 'shipment_id as shipmentId', 'status'])
    .where('id', '=', anyOf(orderIds))
    .execute();
  const wanted = rows.filter(
    ({ shipmentId, status }) => shipmentId === null && status === 'CONFIRMED',
  );
  return new Map(wanted.map(({ id, attempt }) => [id, attempt]));
}

/** One parcel an attempt: does nothing where there is one. */
export async function insertShipments(
  tx: Tx,
  shipments: readonly ShipmentRecord[],
  now: Date,
): Promise<void> {
  if (shipments.length === 0) return;
  await executeLater(
    tx,
    sql`
    insert into shipment (
      id, order_id, user_id, attempt, carrier, tracking_number, status, estimated_delivery_at,
      next_step_at, created_at, updated_at
    )
    select *, ${now}, ${now} from unnest(
      ${shipments.map(({ id }) => id)}::uuid[],
      ${shipments.map(({ orderId }) => orderId)}::uuid[],
      ${shipments.map(({ userId }) => userId)}::uuid[],
      ${shipments.map(({ attempt }) => attempt)}::integer[],
      ${shipments.map(({ carrier }) => carrier)}::text[],
      ${shipments.map(({ trackingNumber }) => trackingNumber)}::text[],
      ${shipments.map(({ status }) => status)}::text[],
      ${shipments.map(({ estimatedDeliveryAt }) => estimatedDeliveryAt)}::timestamptz[],
      ${shipments.map(({ nextStepAt }) => nextStepAt)}::timestamptz[]
    )
    on conflict (order_id, attempt) do nothing
  `,
  );
}

/** Orders with a parcel that the carrier moves now, the longest overdue first; an order may be named twice. */
export async function findDueOrders(db: Db, now: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('shipment')
    .select('order_id as orderId')
    .where('next_step_at', '<=', now)
    .orderBy('next_step_at')
    .limit(limit)
    .execute();
  return rows.map(({ orderId }) => orderId);
}

/** The parcels of these orders that are still to be moved. The caller holds the orders. */
export function lockDueShipments(
  tx: Tx,
  orderIds: readonly string[],
  now: Date,
): Promise<ShipmentRecord[]> {
  return tx
    .selectFrom('shipment')
    .select(columns)
    .where('order_id', '=', anyOf(orderIds))
    .where('next_step_at', '<=', now)
    .orderBy('order_id')
    .orderBy('attempt')
    .forUpdate()
    .execute();
}

/** The caller holds the rows. */
export async function saveShipments(
  tx: Tx,
  shipments: readonly ShipmentRecord[],
  now: Date,
): Promise<void> {
  if (shipments.length === 0) return;
  await executeLater(
    tx,
    sql`
    update shipment s
    set status = next.status, next_step_at = next.next_step_at, updated_at = ${now}
    from unnest(
      ${shipments.map(({ id }) => id)}::uuid[],
      ${shipments.map(({ status }) => status)}::text[],
      ${shipments.map(({ nextStepAt }) => nextStepAt)}::timestamptz[]
    ) as next (id, status, next_step_at)
    where s.id = next.id
  `,
  );
}
