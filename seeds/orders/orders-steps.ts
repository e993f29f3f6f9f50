import type { Client } from 'pg';
import {
  RESERVATION_LINES,
  RESERVATIONS,
  toReservation,
  toReservedLines,
} from '../inventory/reservation-rows.ts';
import { copyRows, type CopyTable } from '../loading/copy-rows.ts';
import { indexes, type SeedStep } from '../loading/seed-step.ts';
import type { World } from '../world.ts';
import type { OrderMaker, OrderSeed } from './order-seed.ts';
import {
  CHARGES,
  LINES,
  ORDERS,
  PAYMENTS,
  SHIPMENTS,
  TIMELINES,
  toCharge,
  toLines,
  toOrder,
  toPayment,
  toShipment,
  toTimeline,
} from './order-rows.ts';
import { FLASH_SALES, FRAUD, toFlashSale, toFraud } from './truth.ts';

const ORDERS_A_CHUNK = 5_000;

export function ordersSteps(world: World, { order, flashSales }: OrderMaker): SeedStep[] {
  return [
    {
      name: 'flash sales',
      databases: ['orders'],
      rows: flashSales.length,
      chunkSize: flashSales.length,
      make: () => ({
        orders: (client) => copyRows(client, FLASH_SALES, flashSales.flatMap(toFlashSale)),
      }),
    },
    {
      name: 'orders',
      databases: ['orders', 'inventory'],
      rows: world.sizes.orders,
      chunkSize: ORDERS_A_CHUNK,
      make(from, to) {
        const orders = indexes(from, to).map(order);
        return {
          orders: (client) => copyOrders(client, orders),
          async inventory(client) {
            await copyRows(client, RESERVATIONS, orders.flatMap(toReservation));
            await copyRows(client, RESERVATION_LINES, orders.flatMap(toReservedLines));
          },
        };
      },
    },
    {
      // What the statement's trigger does for each order that is placed.
      name: 'sold names',
      databases: ['orders'],
      rows: 1,
      chunkSize: 1,
      make: () => ({
        async orders(client) {
          await client.query(`set local work_mem = '256MB'`);
          await client.query(
            `insert into sold_name (product_id, product_name)
             select distinct product_id, product_name from order_line
             on conflict do nothing`,
          );
        },
      }),
    },
  ];
}

export const ORDER_TABLES: readonly CopyTable[] = [
  ORDERS,
  LINES,
  TIMELINES,
  PAYMENTS,
  SHIPMENTS,
  CHARGES,
];

async function copyOrders(client: Client, orders: readonly OrderSeed[]): Promise<void> {
  await copyRows(client, ORDERS, orders.map(toOrder));
  await copyRows(client, LINES, orders.flatMap(toLines));
  await copyRows(client, TIMELINES, orders.flatMap(toTimeline));
  await copyRows(client, PAYMENTS, orders.flatMap(toPayment));
  await copyRows(client, SHIPMENTS, orders.flatMap(toShipment));
  await copyRows(client, CHARGES, orders.flatMap(toCharge));
  await copyRows(client, FRAUD, orders.flatMap(toFraud));
}
