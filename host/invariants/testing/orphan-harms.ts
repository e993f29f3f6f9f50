import { v7 as newId } from 'uuid';
import type { PlantedShop } from './planted-shop.ts';

/** Rows whose parent is not there, and which invariants tell of each: no others. */
export function orphanHarms(
  shop: () => PlantedShop,
): readonly [string, readonly string[], () => Promise<unknown>][] {
  const orders = (text: string, values: readonly unknown[]) => shop().query('orders', text, values);

  return [
    [
      'a line is of no reservation',
      ['line-of-reservation'],
      () =>
        shop().query(
          'inventory',
          `insert into reservation_line (order_id, product_id, warehouse_id, quantity)
           select $1, product_id, warehouse_id, 1 from stock limit 1`,
          [newId()],
        ),
    ],
    [
      'a line is of no order',
      ['order-line-of-order'],
      () =>
        orders(
          `insert into order_line
           select (jsonb_populate_record(line, jsonb_build_object('order_id', $1::uuid))).*
           from order_line line limit 1`,
          [newId()],
        ),
    ],
    [
      'an entry, a payment and a parcel are of no order',
      ['order-timeline-of-order', 'payment-of-order', 'shipment-of-order'],
      async () => {
        const id = newId();
        await orders(
          `insert into order_timeline (order_id, seq, user_id, status, at, message)
           values ($1, 1, $1, 'PENDING', now(), '')`,
          [id],
        );
        await orders(
          `insert into payment (order_id, user_id, status, amount_cents, currency, method, created_at)
           values ($1, $1, 'FAILED', 1, 'USD', '', now())`,
          [id],
        );
        await orders(
          `insert into shipment (id, order_id, user_id, attempt, carrier, tracking_number, status, estimated_delivery_at, created_at, updated_at)
           values ($1, $1, $1, 1, '', '', 'CANCELLED', now(), now(), now())`,
          [id],
        );
      },
    ],
  ];
}
