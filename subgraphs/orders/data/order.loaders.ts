import DataLoader from 'dataloader';
import type { TimelineEntry } from '../domain/order.ts';
import { anyOf } from '#platform/database/ids.ts';
import { findOrders, type OrderRecord } from './order.repository.ts';
import { findPayments, type PaymentRecord } from './payment.repository.ts';
import { findLatestShipments, type ShipmentRecord } from './shipment.repository.ts';
import type { Db } from './tables.ts';

export interface OrderLineRecord {
  orderId: string;
  productId: string;
  productName: string;
  quantity: number;
  unitPriceCents: number;
}

export interface OrderLoaders {
  orders: DataLoader<string, OrderRecord | undefined>;
  lines: DataLoader<string, OrderLineRecord[]>;
  timelines: DataLoader<string, TimelineEntry[]>;
  payments: DataLoader<string, PaymentRecord | undefined>;
  shipments: DataLoader<string, ShipmentRecord | undefined>;
}

/** One statement a kind, for any number of orders. */
export function createOrderLoaders(db: Db): OrderLoaders {
  return {
    orders: one((ids) => findOrders(db, ids), 'id'),
    lines: many((ids) => findLines(db, ids)),
    timelines: many((ids) => findTimelines(db, ids)),
    payments: one((ids) => findPayments(db, ids), 'orderId'),
    shipments: one((ids) => findLatestShipments(db, ids), 'orderId'),
  };
}

/** Forgets what was read of an order, for a reader that outlives a change. */
export function forgetOrder(loaders: OrderLoaders, orderId: string): void {
  for (const loader of Object.values(loaders))
    (loader as DataLoader<string, unknown>).clear(orderId);
}

function one<Key extends string, Row extends Record<Key, string>>(
  find: (ids: readonly string[]) => Promise<Row[]>,
  key: Key,
): DataLoader<string, Row | undefined> {
  return new DataLoader(async (ids) => {
    const rows = new Map<string, Row>((await find(ids)).map((row) => [row[key], row]));
    return ids.map((id) => rows.get(id));
  });
}

function many<Row extends { orderId: string }>(
  find: (ids: readonly string[]) => Promise<Row[]>,
): DataLoader<string, Row[]> {
  return new DataLoader(async (ids) => {
    const rows = Map.groupBy(await find(ids), ({ orderId }) => orderId);
    return ids.map((id) => rows.get(id) ?? []);
  });
}

function findLines(db: Db, orderIds: readonly string[]): Promise<OrderLineRecord[]> {
  return db
    .selectFrom('order_line')
    .select([
      'order_id as orderId',
      'product_id as productId',
      'product_name as productName',
      'quantity',
      'unit_price_cents as unitPriceCents',
    ])
    .where('order_id', '=', anyOf(orderIds))
    .orderBy('position')
    .execute();
}

function findTimelines(
  db: Db,
  orderIds: readonly string[],
): Promise<(TimelineEntry & { orderId: string })[]> {
  return db
    .selectFrom('order_timeline')
    .select(['order_id as orderId', 'status', 'at', 'message'])
    .where('order_id', '=', anyOf(orderIds))
    .orderBy('seq')
    .execute();
}
