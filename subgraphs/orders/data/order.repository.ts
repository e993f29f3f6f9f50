import type { CancellationReason } from '#schema/events/order-events.ts';
import type { OrderStatus, ShippingAddress } from '../domain/order.ts';
import { anyOf } from '#platform/database/ids.ts';
import type { Db } from './tables.ts';

/** An order as it is read; its lines, timeline, payment and parcel have loaders of their own. */
export interface OrderRecord {
  id: string;
  userId: string;
  status: OrderStatus;
  subtotalCents: number;
  shippingCents: number;
  totalCents: number;
  currency: string;
  address: ShippingAddress;
  cancellationReason: CancellationReason | null;
  estimatedDeliveryAt: Date | null;
  /** The flash sale that it was bought in. */
  flashSaleId: string | null;
  placedAt: Date;
  updatedAt: Date;
  version: number;
}

export const orderColumns = [
  'customer_order.id',
  'customer_order.user_id as userId',
  'customer_order.status',
  'customer_order.subtotal_cents as subtotalCents',
  'customer_order.shipping_cents as shippingCents',
  'customer_order.total_cents as totalCents',
  'customer_order.currency',
  'customer_order.address',
  'customer_order.cancellation_reason as cancellationReason',
  'customer_order.estimated_delivery_at as estimatedDeliveryAt',
  'customer_order.flash_sale_id as flashSaleId',
  'customer_order.placed_at as placedAt',
  'customer_order.updated_at as updatedAt',
  'customer_order.version',
] as const;

export function findOrders(db: Db, orderIds: readonly string[]): Promise<OrderRecord[]> {
  return db
    .selectFrom('customer_order')
    .select(orderColumns)
    .where('id', '=', anyOf(orderIds))
    .execute();
}

export async function findOrder(db: Db, orderId: string): Promise<OrderRecord | undefined> {
  const [order] = await findOrders(db, [orderId]);
  return order;
}
