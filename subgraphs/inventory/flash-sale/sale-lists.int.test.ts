import { openShop } from '../testing/shop.ts';
import { readCurrentSales } from './data/current-sales.ts';
import { CURRENT_SALES_KEY } from './data/sale-keys.ts';
import { countSales, listSales } from './data/list-sales.ts';
import { claimOf, openSale } from './testing/sale.ts';

const MINUTE_MS = 60_000;

test('the list of the shop is kept for five minutes, with numbers of now, and made anew for a new sale', async () => {
  await using shop = await openShop();
  const read = async () =>
    (await readCurrentSales(shop.redis, shop.db, shop.now()))?.map(({ id, available }) => [
      id,
      available,
    ]);
  const later = await openSale(shop, { units: 3, startsInMs: MINUTE_MS });
  expect(await read()).toEqual([[later.id, 3]]);
  expect(await shop.redis.pttl(CURRENT_SALES_KEY)).toBeGreaterThan(4 * MINUTE_MS);

  const first = await openSale(shop, { units: 5 });
  expect(await read()).toEqual([
    [first.id, 5],
    [later.id, 3],
  ]);
  await shop.flash.claim([claimOf(first)]);
  expect(await read()).toEqual([
    [first.id, 4],
    [later.id, 3],
  ]);
  await shop.flash.cancel(first.id);
  expect(await read()).toEqual([[later.id, 3]]);
});

test('lists page by their beginning, and those that are over latest first', async () => {
  await using shop = await openShop();
  const sales = [
    await openSale(shop, { startsInMs: 0, lastsMs: MINUTE_MS }),
    await openSale(shop, { startsInMs: 1, lastsMs: MINUTE_MS }),
    await openSale(shop, { startsInMs: 2, lastsMs: MINUTE_MS }),
  ];
  const ids = sales.map(({ id }) => id);
  const page = async (isOver: boolean, after?: (typeof sales)[number]) => {
    const position = after && ([after.startsAt.toISOString(), after.id] as const);
    const request = { first: 1, after: position };
    const found = await listSales(shop.db, { isOver, now: shop.now() }, request);
    return found.map(({ id }) => id);
  };

  expect(await page(false)).toEqual(ids.slice(0, 2));
  expect(await page(false, sales[1])).toEqual(ids.slice(2));
  shop.wait(2 * MINUTE_MS);
  expect(await page(false)).toEqual([]);
  expect(await page(true)).toEqual([ids[2], ids[1]]);
  expect(await countSales(shop.db, { isOver: true, now: shop.now() })).toBe(3);
});

test('metrics tell answers, units left and the queue of each sale', async () => {
  await using shop = await openShop({ maxInFlight: 1 });
  const sale = await openSale(shop, { units: 3 });
  await shop.flash.claim([claimOf(sale), claimOf(sale), claimOf({ id: claimOf(sale).orderId })]);

  const metrics = await shop.metrics.metrics();
  expect(metrics).toContain('inventory_flash_claims_total{answer="claimed"} 1');
  expect(metrics).toContain('inventory_flash_claims_total{answer="queued"} 1');
  expect(metrics).toContain('inventory_flash_claims_total{answer="unknown_sale"} 1');
  expect(metrics).toContain(`inventory_flash_units_left{sale_id="${sale.id}"} 2`);
  expect(metrics).toContain(`inventory_flash_queue_length{sale_id="${sale.id}"} 1`);
});
