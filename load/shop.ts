import { randomUUID } from 'node:crypto';
import { createGraph, type Graph } from './foundation/graph.ts';

/** An administrator's way into the graph. */
export interface Shop {
  /** New products, each with that many units in one warehouse. */
  stockProducts: (products: number, units: number) => Promise<string[]>;
  /** A flash sale of a product that runs now. */
  openSale: (sale: { productId: string; units: number; minutes: number }) => Promise<string>;
  readSale: (id: string) => Promise<SaleState>;
  /** Orders placed since with one of these statuses. */
  countOrders: (statuses: readonly string[], since: Date) => Promise<number>;
}

export interface SaleState {
  units: number;
  unitsLeft: number;
  unitsReserved: number;
  unitsSold: number;
  queueLength: number;
}

const CATEGORY = { slug: 'load', name: 'Load' };
const WAREHOUSE = { code: 'LOAD', name: 'Load', city: 'Berlin', country: 'DE' };

export function openShop(url: string, adminToken: string): Shop {
  const graph = createGraph(url);
  const get: Graph['get'] = (query, variables) => graph.get(query, variables, adminToken);

  return {
    async stockProducts(products, units) {
      await get(
        'mutation ($input: CreateCategoryInput!) { createCategory(input: $input) { __typename } }',
        { input: CATEGORY },
      );
      const warehouseId = await findWarehouse(get);
      const ids: string[] = [];
      while (ids.length < products) ids.push(await stockProduct(get, warehouseId, units));
      return ids;
    },

    async openSale({ productId, units, minutes }) {
      const now = Date.now();
      const { scheduleFlashSale: sale } = await get<{
        scheduleFlashSale: { __typename: string; id?: string };
      }>(
        `mutation ($input: ScheduleFlashSaleInput!) {
          scheduleFlashSale(input: $input) { __typename ... on FlashSale { id } }
        }`,
        {
          input: {
            productId,
            units,
            priceCents: 900,
            limitPerUser: 1,
            startsAt: new Date(now).toISOString(),
            endsAt: new Date(now + minutes * 60_000).toISOString(),
          },
        },
      );
      if (sale.id === undefined) throw new Error(`scheduleFlashSale answered ${sale.__typename}`);
      return sale.id;
    },

    async readSale(id) {
      const { flashSale } = await get<{ flashSale: SaleState }>(
        'query ($id: ID!) { flashSale(id: $id) { units unitsLeft unitsReserved unitsSold queueLength } }',
        { id },
      );
      return flashSale;
    },

    async countOrders(statuses, since) {
      const { orders } = await get<{ orders: { totalCount: number } }>(
        'query ($filter: OrderFilter) { orders(first: 1, filter: $filter) { totalCount } }',
        { filter: { statuses, placedFrom: since.toISOString() } },
      );
      return orders.totalCount;
    },
  };
}

async function findWarehouse(get: Graph['get']): Promise<string> {
  const list = () => get<{ warehouses: { id: string }[] }>('{ warehouses { id } }', {});
  const [known] = (await list()).warehouses;
  if (known !== undefined) return known.id;
  await get(
    'mutation ($input: CreateWarehouseInput!) { createWarehouse(input: $input) { __typename } }',
    { input: WAREHOUSE },
  );
  const [made] = (await list()).warehouses;
  if (made === undefined) throw new Error('the warehouse that was made is not there');
  return made.id;
}

async function stockProduct(get: Graph['get'], warehouseId: string, units: number) {
  const sku = `LOAD-${randomUUID().slice(0, 8)}`;
  const { createProduct } = await get<{ createProduct: { __typename: string; id?: string } }>(
    `mutation ($input: CreateProductInput!) {
      createProduct(input: $input) { __typename ... on Product { id } }
    }`,
    {
      input: {
        sku,
        name: `Load ${sku}`,
        description: 'For load.',
        priceCents: 900,
        category: CATEGORY.slug,
      },
    },
  );
  const { id } = createProduct;
  if (id === undefined) throw new Error(`createProduct answered ${createProduct.__typename}`);
  await get('mutation ($input: AdjustStockInput!) { adjustStock(input: $input) { __typename } }', {
    input: { productId: id, warehouseId, delta: units, reason: 'load' },
  });
  return id;
}
