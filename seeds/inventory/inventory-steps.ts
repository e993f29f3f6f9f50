import { copyRows, type CopyValue } from '../loading/copy-rows.ts';
import { indexes, type SeedStep } from '../loading/seed-step.ts';
import type { MakeOrder, OrderSeed } from '../orders/order-seed.ts';
import { ORDERS_A_CHUNK } from '../orders/orders-steps.ts';
import type { World } from '../world.ts';
import { homeOf, WAREHOUSES } from './warehouses.ts';

const PRODUCTS_A_CHUNK = 10_000;
const HOLD_MS = 10 * 60_000;
const FIRST_VERSION = 1;

export function inventorySteps(world: World, order: MakeOrder): SeedStep[] {
  const { until } = world.plan;
  return [
    {
      name: 'warehouses',
      database: 'inventory',
      rows: WAREHOUSES.length,
      chunkSize: WAREHOUSES.length,
      load: (client) =>
        copyRows(
          client,
          'warehouse',
          ['id', 'code', 'name', 'city', 'country', 'created_at'],
          WAREHOUSES.map(({ id, code, name, city }) => [id, code, name, city, 'US', until]),
        ),
    },
    {
      name: 'stock',
      database: 'inventory',
      rows: world.sizes.products,
      chunkSize: PRODUCTS_A_CHUNK,
      async load(client, from, to) {
        const products = indexes(from, to).map((index) => ({
          id: world.product(index).id,
          levels: world.stock(index),
        }));
        await copyRows(
          client,
          'stock',
          ['product_id', 'warehouse_id', 'available', 'reserved', 'sold', 'received', 'updated_at'],
          products.flatMap(({ id, levels }) =>
            levels.map(({ warehouseId, available }) => [
              id,
              warehouseId,
              available,
              0,
              0,
              available,
              until,
            ]),
          ),
        );
        await copyRows(
          client,
          'product_stock',
          ['product_id', 'available', 'version', 'updated_at'],
          products.map(({ id, levels }) => [
            id,
            levels.reduce((sum, { available }) => sum + available, 0),
            FIRST_VERSION,
            until,
          ]),
        );
      },
    },
    {
      name: 'reservations',
      database: 'inventory',
      rows: world.sizes.orders,
      chunkSize: ORDERS_A_CHUNK,
      async load(client, from, to) {
        const orders = indexes(from, to).map((index) => order(index));
        await copyRows(client, 'reservation', RESERVATION_COLUMNS, orders.flatMap(toReservation));
        await copyRows(client, 'reservation_line', LINE_COLUMNS, orders.flatMap(toLines));
      },
    },
    {
      // What the reservations have taken counts as received before; assigned, so it may run again.
      name: 'sold',
      database: 'inventory',
      rows: 1,
      chunkSize: 1,
      async load(client) {
        await client.query(`
          update stock set sold = taken.units, received = available + reserved + taken.units
          from (
            select product_id, warehouse_id, sum(quantity)::integer as units
            from reservation_line join reservation using (order_id)
            where status = 'COMMITTED'
            group by product_id, warehouse_id
          ) as taken
          where stock.product_id = taken.product_id and stock.warehouse_id = taken.warehouse_id
        `);
      },
    },
  ];
}

const RESERVATION_COLUMNS = [
  'order_id',
  'status',
  'expires_at',
  'release_reason',
  'missing',
  'created_at',
  'updated_at',
];

function toReservation(order: OrderSeed): CopyValue[][] {
  const { id, placedAt, status, ending, lines } = order;
  const updatedAt = order.entries.at(-1)?.at ?? placedAt;
  const row = (...facts: [string, Date | null, string | null, string | null]) => [
    [id, ...facts, placedAt, updatedAt],
  ];

  // Nobody has asked for its units yet.
  if (status === 'PENDING') return [];
  if (ending === 'OUT_OF_STOCK') {
    const [line] = lines;
    const missing = { productId: line?.product.id, requested: line?.quantity, available: 0 };
    return row('FAILED', null, null, JSON.stringify([missing]));
  }
  if (status === 'CANCELLED') return row('RELEASED', null, 'CANCELLED', null);
  return row('COMMITTED', new Date(placedAt.getTime() + HOLD_MS), null, null);
}

const LINE_COLUMNS = ['order_id', 'product_id', 'warehouse_id', 'quantity'];

function toLines({ id, status, lines }: OrderSeed): CopyValue[][] {
  if (status === 'PENDING' || status === 'CANCELLED') return [];
  return lines.map(({ product, quantity }) => [id, product.id, homeOf(product.index).id, quantity]);
}
