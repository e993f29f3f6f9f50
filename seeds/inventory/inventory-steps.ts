import { copyRows, type CopyTable } from '../loading/copy-rows.ts';
import { indexes, type SeedStep } from '../loading/seed-step.ts';
import type { World } from '../world.ts';
import { WAREHOUSES } from './warehouses.ts';

const PRODUCTS_A_CHUNK = 10_000;
const FIRST_VERSION = 1;

const WAREHOUSE_TABLE: CopyTable = {
  name: 'warehouse',
  columns: {
    id: 'uuid',
    code: 'text',
    name: 'text',
    city: 'text',
    country: 'text',
    created_at: 'timestamptz',
  },
};
const STOCK: CopyTable = {
  name: 'stock',
  columns: {
    product_id: 'uuid',
    warehouse_id: 'uuid',
    available: 'int4',
    reserved: 'int4',
    sold: 'int4',
    received: 'int4',
    updated_at: 'timestamptz',
  },
};
const PRODUCT_STOCK: CopyTable = {
  name: 'product_stock',
  columns: {
    product_id: 'uuid',
    available: 'int4',
    version: 'int8',
    updated_at: 'timestamptz',
  },
};

export function inventorySteps(world: World): SeedStep[] {
  const { until } = world.plan;
  return [
    {
      name: 'warehouses',
      databases: ['inventory'],
      rows: WAREHOUSES.length,
      chunkSize: WAREHOUSES.length,
      make: () => ({
        inventory: (client) =>
          copyRows(
            client,
            WAREHOUSE_TABLE,
            WAREHOUSES.map(({ id, code, name, city }) => [id, code, name, city, 'US', until]),
          ),
      }),
    },
    {
      name: 'stock',
      databases: ['inventory'],
      rows: world.sizes.products,
      chunkSize: PRODUCTS_A_CHUNK,
      make(from, to) {
        const products = indexes(from, to).map((index) => ({
          id: world.product(index).id,
          levels: world.stock(index),
        }));
        const levels = products.flatMap(({ id, levels: ofProduct }) =>
          ofProduct.map(({ warehouseId, available }) => [
            id,
            warehouseId,
            available,
            0,
            0,
            available,
            until,
          ]),
        );
        const free = products.map(({ id, levels: ofProduct }) => [
          id,
          ofProduct.reduce((sum, { available }) => sum + available, 0),
          FIRST_VERSION,
          until,
        ]);
        return {
          async inventory(client) {
            await copyRows(client, STOCK, levels);
            await copyRows(client, PRODUCT_STOCK, free);
          },
        };
      },
    },
  ];
}

/** When all reservations are there: what they have taken counts as received before. */
export function soldStep(): SeedStep {
  return {
    name: 'sold',
    databases: ['inventory'],
    rows: 1,
    chunkSize: 1,
    make: () => ({
      async inventory(client) {
        // Seeded reservations have lines only for what was sold. Assigned, so it may run again.
        await client.query(`
          update stock set sold = taken.units, received = available + reserved + taken.units + set_aside
          from (
            select product_id, warehouse_id, sum(quantity)::integer as units
            from reservation_line
            group by product_id, warehouse_id
          ) as taken
          where stock.product_id = taken.product_id and stock.warehouse_id = taken.warehouse_id
        `);
      },
    }),
  };
}
