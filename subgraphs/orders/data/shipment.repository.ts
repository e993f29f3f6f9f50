import { sql } from 'kysely';
import type { OrderStatus } from '../domain/order.ts';
import type { ShipmentStatus } from '../domain/shipment.ts';
import { anyOf } from './any-of.ts';
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
  /** When the carrier moves it; null while it waits, and at the end. */
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

export function lockLatestShipment(tx: Tx, orderId: string): Promise<ShipmentRecord | undefined> {
  return tx
    .selectFrom('shipment')
    .select(columns)
    .where('order_id', '=', orderId)
    .orderBy('attempt', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
}

export interface Shippable {
  userId: string;
  status: OrderStatus;
  shipmentAttempt: number;
}

const shippable = ['user_id as userId', 'status', 'shipment_attempt as shipmentAttempt'] as const;

export function findShippable(db: Db, orderId: string): Promise<Shippable | undefined> {
  return db
    .selectFrom('customer_order')
    .select(shippable)
    .where('id', '=', orderId)
    .executeTakeFirst();
}

/** Keeps the order from being cancelled while its parcel is made. */
export function lockShippable(tx: Tx, orderId: string): Promise<Shippable | undefined> {
  return tx
    .selectFrom('customer_order')
    .select(shippable)
    .where('id', '=', orderId)
    .forUpdate()
    .executeTakeFirst();
}

/** One parcel an attempt: does nothing when there is one. */
export async function insertShipment(tx: Tx, shipment: ShipmentRecord, now: Date): Promise<void> {
  await tx
    .insertInto('shipment')
    .values({
      id: shipment.id,
      order_id: shipment.orderId,
      user_id: shipment.userId,
      attempt: shipment.attempt,
      carrier: shipment.carrier,
      tracking_number: shipment.trackingNumber,
      status: shipment.status,
      estimated_delivery_at: shipment.estimatedDeliveryAt,
      next_step_at: shipment.nextStepAt,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.columns(['order_id', 'attempt']).doNothing())
    .execute();
}

/** Parcels that the carrier moves now and that nobody else holds. */
export function lockDueShipments(tx: Tx, now: Date, limit: number): Promise<ShipmentRecord[]> {
  return tx
    .selectFrom('shipment')
    .select(columns)
    .where('next_step_at', '<=', now)
    .orderBy('next_step_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

/** The caller holds the rows. */
export async function saveShipments(
  tx: Tx,
  shipments: readonly ShipmentRecord[],
  now: Date,
): Promise<void> {
  if (shipments.length === 0) return;
  await sql`
    update shipment s
    set status = next.status, next_step_at = next.next_step_at, updated_at = ${now}
    from unnest(
      ${shipments.map(({ id }) => id)}::uuid[],
      ${shipments.map(({ status }) => status)}::text[],
      ${shipments.map(({ nextStepAt }) => nextStepAt)}::timestamptz[]
    ) as next (id, status, next_step_at)
    where s.id = next.id
  `.execute(tx);
}
