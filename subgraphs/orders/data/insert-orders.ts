import { sql } from 'kysely';
import { executeLater } from '#platform/database/later.ts';
import type { OrderLine } from '#schema/events/order-events.ts';
import type { ShippingAddress } from '../domain/order.ts';
import type { Totals } from '../domain/pricing.ts';
import type { OrderRecord } from './order.repository.ts';
import { insertTimeline } from './order-state.repository.ts';
import type { Tx } from './tables.ts';

/** An order as checkout makes it: PENDING, version 1, with the first entry of its timeline. */
export interface NewOrder extends Totals {
  id: string;
  userId: string;
  lines: readonly OrderLine[];
  currency: string;
  address: ShippingAddress;
  clientAddress?: string | null | undefined;
  paymentToken: string;
  paymentMethod: string;
  /** The flash sale that it was bought in. */
  flashSaleId?: string;
  placedAt: Date;
  nextSweepAt: Date | null;
  message: string;
}

/** Three statements for any number of orders. */
export async function insertOrders(tx: Tx, orders: readonly NewOrder[]): Promise<void> {
  if (orders.length === 0) return;
  await executeLater(
    tx,
    sql`
    insert into customer_order (
      id, user_id, status, subtotal_cents, shipping_cents, total_cents, currency, address,
      payment_token, payment_method, placed_at, updated_at, version, next_sweep_at, flash_sale_id,
      client_ip
    )
    select id, user_id, 'PENDING', subtotal_cents, shipping_cents, total_cents, currency, address,
      payment_token, payment_method, placed_at, placed_at, 1, next_sweep_at, flash_sale_id,
      client_ip
    from unnest(
      ${orders.map(({ id }) => id)}::uuid[],
      ${orders.map(({ userId }) => userId)}::uuid[],
      ${orders.map(({ subtotalCents }) => subtotalCents)}::integer[],
      ${orders.map(({ shippingCents }) => shippingCents)}::integer[],
      ${orders.map(({ totalCents }) => totalCents)}::integer[],
      ${orders.map(({ currency }) => currency)}::text[],
      ${orders.map(({ address }) => JSON.stringify(address))}::jsonb[],
      ${orders.map(({ paymentToken }) => paymentToken)}::text[],
      ${orders.map(({ paymentMethod }) => paymentMethod)}::text[],
      ${orders.map(({ placedAt }) => placedAt)}::timestamptz[],
      ${orders.map((order) => order.nextSweepAt)}::timestamptz[],
      ${orders.map(({ flashSaleId = null }) => flashSaleId)}::uuid[],
      ${orders.map(({ clientAddress = null }) => clientAddress)}::inet[]
    ) as placed (
      id, user_id, subtotal_cents, shipping_cents, total_cents, currency, address,
      payment_token, payment_method, placed_at, next_sweep_at, flash_sale_id, client_ip
    )
  `,
  );

  const lines = orders.flatMap(({ id, userId, placedAt, totalCents, lines: ordered }) =>
    ordered.map((line, position) => {
      return { ...line, position, orderId: id, userId, placedAt, totalCents };
    }),
  );
  await executeLater(
    tx,
    sql`
    insert into order_line (
      order_id, position, user_id, product_id, product_name, quantity, unit_price_cents,
      placed_at, order_total_cents
    )
    select * from unnest(
      ${lines.map(({ orderId }) => orderId)}::uuid[],
      ${lines.map(({ position }) => position)}::integer[],
      ${lines.map(({ userId }) => userId)}::uuid[],
      ${lines.map(({ productId }) => productId)}::uuid[],
      ${lines.map(({ name }) => name)}::text[],
      ${lines.map(({ quantity }) => quantity)}::integer[],
      ${lines.map(({ unitPriceCents }) => unitPriceCents)}::integer[],
      ${lines.map(({ placedAt }) => placedAt)}::timestamptz[],
      ${lines.map(({ totalCents }) => totalCents)}::integer[]
    )
  `,
  );

  await insertTimeline(
    tx,
    orders.map(({ id, userId, placedAt, message }) => ({
      orderId: id,
      userId,
      seq: 1,
      status: 'PENDING',
      at: placedAt,
      message,
    })),
  );
}

/** A new order as a reader would find it. */
export function toRecord(order: NewOrder): OrderRecord {
  const { id, userId, subtotalCents, shippingCents, totalCents } = order;
  const { currency, address, placedAt } = order;
  return {
    id,
    userId,
    status: 'PENDING',
    subtotalCents,
    shippingCents,
    totalCents,
    currency,
    address,
    cancellationReason: null,
    flashSaleId: order.flashSaleId ?? null,
    estimatedDeliveryAt: null,
    placedAt,
    updatedAt: placedAt,
    version: 1,
  };
}
