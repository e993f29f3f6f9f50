import { Client } from 'pg';
import type { SeedTarget } from '../seed-databases.ts';

interface DemoSale {
  id: string;
  units: number;
  limitPerUser: number;
  /** From when the shop is seeded. */
  startsInMs: number;
  lastsMs: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** One that runs when the shop opens, and one that is to be waited for. */
const DEMO_SALES: readonly DemoSale[] = [
  {
    id: '01900000-0000-7000-8000-00000f1a5101',
    units: 40,
    limitPerUser: 2,
    startsInMs: 0,
    lastsMs: 6 * DAY_MS,
  },
  {
    id: '01900000-0000-7000-8000-00000f1a5102',
    units: 10,
    limitPerUser: 1,
    startsInMs: 20 * MINUTE_MS,
    lastsMs: 6 * DAY_MS,
  },
];

/** Flash sales for the demo shop, each of another product at half its price. Those that are there stay as they are. */
export async function seedDemoSales(target: SeedTarget, now: Date): Promise<void> {
  const stocked = await query<{ product_id: string; warehouse_id: string }>(
    target,
    'inventory',
    `select distinct on (product_id) product_id, warehouse_id from stock
     where available >= 60 and set_aside = 0 order by product_id, warehouse_id limit 50`,
  );
  const priced = await query<{ id: string; price_cents: number; currency: string }>(
    target,
    'catalog',
    `select id, price_cents, currency from product
     where id = any($1::uuid[]) and status = 'ACTIVE' order by id`,
    [stocked.map(({ product_id }) => product_id)],
  );

  for (const [index, sale] of DEMO_SALES.entries()) {
    const product = priced[index];
    const place = stocked.find(({ product_id }) => product_id === product?.id);
    if (product === undefined || place === undefined) return;
    const startsAt = new Date(now.getTime() + sale.startsInMs);
    await query(target, 'inventory', INSERT_SALE, [
      sale.id,
      product.id,
      place.warehouse_id,
      Math.ceil(product.price_cents / 2),
      product.currency,
      sale.units,
      sale.limitPerUser,
      startsAt,
      new Date(startsAt.getTime() + sale.lastsMs),
      now,
    ]);
  }
}

/** One statement: the units leave the product's stock when the sale is new, or nothing happens. */
const INSERT_SALE = `
  with sale as (
    insert into flash_sale (
      id, product_id, price_cents, currency, units, available, limit_per_user, starts_at, ends_at,
      created_by, created_at, updated_at, version
    )
    values ($1, $2, $4, $5, $6, $6, $7, $8, $9, 'seed', $10, $10, 1)
    on conflict (id) do nothing
    returning id, product_id, units
  ), place as (
    insert into flash_sale_stock (sale_id, warehouse_id, product_id, units, available)
    select id, $3, product_id, units, units from sale
  ), moved as (
    update stock set available = available - units, set_aside = set_aside + units
    from sale where stock.product_id = sale.product_id and stock.warehouse_id = $3
  )
  update product_stock set available = available - units, version = version + 1
  from sale where product_stock.product_id = sale.product_id`;

async function query<Row extends object>(
  { databaseUrl, prefix = 'plaza_' }: SeedTarget,
  database: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: `${databaseUrl}/${prefix}${database}` });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}
