import { sql } from 'kysely';
import { executeLater } from '#platform/database/later.ts';
import type { OrderState, TimelineEntry } from '../domain/order.ts';
import { anyOf } from '#platform/database/ids.ts';
import type { Tx } from './tables.ts';

/**
 * Holds the orders' rows to the end of the transaction, in id order so that none deadlock. Reads the lines of those that
 * are named to.
 */
export async function lockOrders(
  tx: Tx,
  orderIds: readonly string[],
  withLines: readonly string[] = [],
): Promise<OrderState[]> {
  if (orderIds.length === 0) return [];
  await holdOrders(tx, orderIds);
  return readOrders(tx, orderIds, withLines);
}

/** Holds the orders' rows, in id order so that none deadlock, on the way with the next statement. */
export async function holdOrders(tx: Tx, orderIds: readonly string[]): Promise<void> {
  await executeLater(
    tx,
    sql`select from customer_order where id = ${anyOf(orderIds)} order by id for update`,
  );
}

/** Holds those of the orders that nobody else holds, and answers where they are, by id. */
export async function lockFreeOrders(
  tx: Tx,
  orderIds: readonly string[],
): Promise<Map<string, Pick<OrderState, 'status' | 'updatedAt'>>> {
  if (orderIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('customer_order')
    .select(['id', 'status', 'updated_at as updatedAt'])
    .where('id', '=', anyOf(orderIds))
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .execute();
  return new Map(rows.map(({ id, ...order }) => [id, order]));
}

/** Orders that are due for the sweeper and that nobody else holds, the longest overdue first. */
export async function lockDueOrders(
  tx: Tx,
  now: Date,
  { limit, withParcels }: { limit: number; withParcels: boolean },
): Promise<OrderState[]> {
  const due = await tx
    .selectFrom('customer_order')
    .select('id')
    .where('next_sweep_at', '<=', now)
    .$if(!withParcels, (query) => query.where('status', 'not in', ['PROCESSING', 'SHIPPED']))
    .orderBy('next_sweep_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  const ids = due.map(({ id }) => id);
  return readOrders(tx, ids, ids);
}

/**
 * Orders that the caller holds. A statement of its own, because one that has waited for a lock sees other tables as they
 * were before. Lines and parcels are read once for all orders, whatever plan was made while there were few of them.
 */
export async function readOrders(
  tx: Tx,
  orderIds: readonly string[],
  withLines: readonly string[],
): Promise<OrderState[]> {
  if (orderIds.length === 0) return [];
  const { rows } = await sql<OrderState>`
    select o.id, o.user_id as "userId", o.status, o.total_cents as "totalCents", o.currency,
      o.cancellation_reason as "cancellationReason",
      o.estimated_delivery_at as "estimatedDeliveryAt",
      o.is_stock_committed as "isStockCommitted", o.shipment_attempt as "shipmentAttempt",
      o.is_refund_requested as "isRefundRequested", o.is_refunded as "isRefunded", o.placed_at as "placedAt", o.updated_at as "updatedAt",
      o.version,
      line.lines, parcel.facts as parcel
    from customer_order o
    left join (
      select order_id, json_agg(json_build_object(
        'productId', product_id, 'name', product_name,
        'quantity', quantity, 'unitPriceCents', unit_price_cents
      ) order by position) as lines
      from order_line where order_id = ${anyOf(withLines)} group by order_id
    ) as line on line.order_id = o.id
    left join (
      select id, json_build_object(
        'shipmentId', id, 'carrier', carrier, 'trackingNumber', tracking_number
      ) as facts
      from shipment where order_id = ${anyOf(orderIds)}
    ) as parcel on parcel.id = o.shipment_id
    where o.id = ${anyOf(orderIds)}
  `.execute(tx);
  return rows;
}

export interface SavedOrder {
  order: OrderState;
  nextSweepAt: Date | null;
}

/** The caller holds the rows. */
export async function saveOrders(tx: Tx, saved: readonly SavedOrder[]): Promise<void> {
  if (saved.length === 0) return;
  const orders = saved.map(({ order }) => order);
  await executeLater(
    tx,
    sql`
    update customer_order o set
      status = next.status,
      cancellation_reason = next.cancellation_reason,
      estimated_delivery_at = next.estimated_delivery_at,
      is_stock_committed = next.is_stock_committed,
      shipment_id = next.shipment_id,
      shipment_attempt = next.shipment_attempt,
      is_refund_requested = next.is_refund_requested,
      is_refunded = next.is_refunded,
      updated_at = next.updated_at,
      version = next.version,
      next_sweep_at = next.next_sweep_at
    from unnest(
      ${orders.map(({ id }) => id)}::uuid[],
      ${orders.map(({ status }) => status)}::text[],
      ${orders.map(({ cancellationReason }) => cancellationReason)}::text[],
      ${orders.map(({ estimatedDeliveryAt }) => estimatedDeliveryAt)}::timestamptz[],
      ${orders.map(({ isStockCommitted }) => isStockCommitted)}::boolean[],
      ${orders.map(({ parcel }) => parcel?.shipmentId ?? null)}::uuid[],
      ${orders.map(({ shipmentAttempt }) => shipmentAttempt)}::integer[],
      ${orders.map(({ isRefundRequested }) => isRefundRequested)}::boolean[],
      ${orders.map(({ isRefunded }) => isRefunded)}::boolean[],
      ${orders.map(({ updatedAt }) => updatedAt)}::timestamptz[],
      ${orders.map(({ version }) => version)}::integer[],
      ${saved.map(({ nextSweepAt }) => nextSweepAt)}::timestamptz[]
    ) as next (
      id, status, cancellation_reason, estimated_delivery_at, is_stock_committed, shipment_id,
      shipment_attempt, is_refund_requested, is_refunded, updated_at, version, next_sweep_at
    )
    where o.id = next.id
  `,
  );
}

/** Puts the sweeper's next look off without touching the order. */
export async function postponeSweeps(tx: Tx, saved: readonly SavedOrder[]): Promise<void> {
  if (saved.length === 0) return;
  await executeLater(
    tx,
    sql`
    update customer_order o set next_sweep_at = next.at
    from unnest(
      ${saved.map(({ order }) => order.id)}::uuid[],
      ${saved.map(({ nextSweepAt }) => nextSweepAt)}::timestamptz[]
    ) as next (id, at)
    where o.id = next.id
  `,
  );
}

export interface NewTimelineEntry extends TimelineEntry {
  orderId: string;
  userId: string;
  seq: number;
}

export async function insertTimeline(tx: Tx, entries: readonly NewTimelineEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await executeLater(
    tx,
    sql`
    insert into order_timeline (order_id, user_id, seq, status, at, message)
    select * from unnest(
      ${entries.map(({ orderId }) => orderId)}::uuid[],
      ${entries.map(({ userId }) => userId)}::uuid[],
      ${entries.map(({ seq }) => seq)}::integer[],
      ${entries.map(({ status }) => status)}::text[],
      ${entries.map(({ at }) => at)}::timestamptz[],
      ${entries.map(({ message }) => message)}::text[]
    )
  `,
  );
}
