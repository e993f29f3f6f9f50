import { copyRows } from '../loading/copy-rows.ts';
import { indexes, type SeedStep } from '../loading/seed-step.ts';
import type { World } from '../world.ts';
import type { MakeOrder } from './order-seed.ts';
import {
  CHARGE_COLUMNS,
  LINE_COLUMNS,
  ORDER_COLUMNS,
  PAYMENT_COLUMNS,
  SHIPMENT_COLUMNS,
  TIMELINE_COLUMNS,
  toCharge,
  toLines,
  toOrder,
  toPayment,
  toShipment,
  toTimeline,
} from './order-rows.ts';

export const ORDERS_A_CHUNK = 5_000;

export function ordersSteps(world: World, order: MakeOrder): SeedStep[] {
  return [
    {
      name: 'orders',
      database: 'orders',
      rows: world.sizes.orders,
      chunkSize: ORDERS_A_CHUNK,
      async load(client, from, to) {
        const orders = indexes(from, to).map((index) => order(index));
        await copyRows(client, 'customer_order', ORDER_COLUMNS, orders.map(toOrder));
        await copyRows(client, 'order_line', LINE_COLUMNS, orders.flatMap(toLines));
        await copyRows(client, 'order_timeline', TIMELINE_COLUMNS, orders.flatMap(toTimeline));
        await copyRows(client, 'payment', PAYMENT_COLUMNS, orders.flatMap(toPayment));
        await copyRows(client, 'shipment', SHIPMENT_COLUMNS, orders.flatMap(toShipment));
        await copyRows(client, 'provider_charge', CHARGE_COLUMNS, orders.flatMap(toCharge));
      },
    },
  ];
}
