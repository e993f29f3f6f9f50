import { v7 as newId } from 'uuid';
import { silentLog } from '#platform/telemetry/log.ts';
import { stockKey } from '../data/admission-keys.ts';
import { rebuildRedis } from '../data/rebuild-redis.ts';
import { openShop, orderEvent, type Shop } from '../testing/shop.ts';
import { createReconciler } from './reconcile-stock.ts';

const NONE = { behind: 0, ahead: 0, differs: 0, total: 0 };

const reconcilerOf = ({ db, redis, metrics, now }: Shop) =>
  createReconciler({ db, redis, metrics, now, log: silentLog });

test('finds nothing after ordinary work', async () => {
  await using shop = await openShop();
  const mug = await shop.product(5);
  await shop.handle([orderEvent('order.created', newId(), [{ productId: mug, quantity: 2 }])]);

  expect(await reconcilerOf(shop)()).toEqual({ compared: 1, drift: NONE });
});

test.each([
  ['differs', { available: 9 }],
  ['behind', { available: 9, version: 1 }],
  ['ahead', { available: 9, version: 99 }],
] as const)('mends Redis where it %s, and reports it once', async (kind, wrong) => {
  await using shop = await openShop();
  const mug = await shop.product(5);
  const right = await shop.redis.hgetall(stockKey(mug));
  await shop.redis.hset(stockKey(mug), wrong);
  shop.wait(60_000);
  const reconcile = reconcilerOf(shop);

  expect(await reconcile()).toEqual({ compared: 1, drift: { ...NONE, [kind]: 1 } });
  expect(await shop.redis.hgetall(stockKey(mug))).toEqual(right);
  expect((await reconcile()).drift).toEqual(NONE);
  expect(await shop.metrics.getSingleMetricAsString('inventory_drift_total')).toContain(
    `inventory_drift_total{kind="${kind}"} 1`,
  );
});

test('does not call it drift when Redis is about to be told', async () => {
  await using shop = await openShop();
  const mug = await shop.product(5);
  await shop.redis.hset(stockKey(mug), { available: 9, version: 1 });

  expect((await reconcilerOf(shop)()).drift).toEqual(NONE);
  expect(await shop.redis.hget(stockKey(mug), 'available')).toBe('5');
});

test('reports totals that are not the sum of their stock levels', async () => {
  await using shop = await openShop();
  const mug = await shop.product(5);
  await shop.db
    .updateTable('product_stock')
    .set({ available: 6 })
    .where('product_id', '=', mug)
    .execute();

  expect((await reconcilerOf(shop)()).drift).toMatchObject({ total: 1 });
});

test('rebuilds all that Redis knows after it has lost its memory', async () => {
  await using shop = await openShop();
  const warehouse = await shop.warehouse();
  const products = [await shop.product(5, warehouse), await shop.product(7, warehouse)];
  const before = await Promise.all(products.map((id) => shop.redis.hgetall(stockKey(id))));
  await shop.redis.flushdb();

  expect(await rebuildRedis(shop.redis, shop.db)).toBe(2);

  const after = await Promise.all(products.map((id) => shop.redis.hgetall(stockKey(id))));
  expect(after).toEqual(before);
});
