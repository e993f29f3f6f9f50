import { Redis } from 'ioredis';
import { v7 as newId } from 'uuid';
import { silentLog } from '#platform/telemetry/log.ts';
import { createAdmissionDesk } from '../admission-desk.ts';
import { HOLD_MS, openShop, orderEvent, type Shop } from '../testing/shop.ts';
import { orderKey, productKeys, stockKey } from './admission-keys.ts';
import { syncStock } from './admission.ts';

const order = (productId: string, quantity: number, orderId: string = newId()) => ({
  orderId,
  lines: [{ productId, quantity }],
});

async function admits(shop: Shop, ...requests: ReturnType<typeof order>[]): Promise<boolean[]> {
  return (await shop.desk.admit(requests)).map(({ isAdmitted }) => isAdmitted);
}

test('admits what fits, in the order of asking, and says what is left', async () => {
  await using shop = await openShop();
  const mug = await shop.product(5);
  const [first, second, third] = [order(mug, 3), order(mug, 3), order(mug, 2)];

  expect(await shop.desk.admit([first, second, third])).toEqual([
    { orderId: first.orderId, isAdmitted: true, missing: [] },
    {
      orderId: second.orderId,
      isAdmitted: false,
      missing: [{ productId: mug, requested: 3, available: 2 }],
    },
    { orderId: third.orderId, isAdmitted: true, missing: [] },
  ]);
});

test('admits an order once, however often it asks', async () => {
  await using shop = await openShop();
  const mug = await shop.product(5);
  const same = order(mug, 3);

  expect(await admits(shop, same, same)).toEqual([true, true]);
  expect(await admits(shop, same)).toEqual([true]);
  expect(await admits(shop, order(mug, 2))).toEqual([true]);
});

test('sets nothing aside for an order that is short of one product', async () => {
  await using shop = await openShop();
  const warehouse = await shop.warehouse();
  const [mug, cap] = [await shop.product(5, warehouse), await shop.product(1, warehouse)];
  const both = {
    orderId: newId(),
    lines: [
      { productId: mug, quantity: 5 },
      { productId: cap, quantity: 2 },
    ],
  };

  expect(await shop.desk.admit([both])).toMatchObject([
    { isAdmitted: false, missing: [{ productId: cap }] },
  ]);
  expect(await admits(shop, order(mug, 5), order(cap, 1))).toEqual([true, true]);
});

test('takes back what is withdrawn, and leaves no key behind', async () => {
  await using shop = await openShop();
  const mug = await shop.product(5);
  const all = order(mug, 5);
  await admits(shop, all);

  await shop.desk.withdraw([all.orderId, newId()]);

  expect(await shop.redis.exists(orderKey(all.orderId), ...productKeys(mug))).toBe(1);
  expect(await admits(shop, order(mug, 5))).toEqual([true]);
});

test('forgets an order that is never decided', async () => {
  await using shop = await openShop();
  const mug = await shop.product(5);
  await admits(shop, order(mug, 5));

  shop.wait(HOLD_MS - 1);
  expect(await admits(shop, order(mug, 1))).toEqual([false]);
  shop.wait(1);
  expect(await admits(shop, order(mug, 5))).toEqual([true]);
});

test('counts a decided order once: as reserved, and in flight no more', async () => {
  await using shop = await openShop();
  const mug = await shop.product(5);
  const placed = order(mug, 3);
  await admits(shop, placed);
  await shop.handle([orderEvent('order.created', placed.orderId, placed.lines)]);

  expect(await shop.redis.hgetall(stockKey(mug))).toMatchObject({ available: '2' });
  expect(await shop.redis.exists(orderKey(placed.orderId))).toBe(0);
  expect(await admits(shop, order(mug, 3), order(mug, 2))).toEqual([false, true]);
});

test('keeps the later truth when commits are told in the wrong order', async () => {
  await using shop = await openShop();
  const mug = await shop.product(5);
  const [first, second] = [order(mug, 1), order(mug, 1)];
  await admits(shop, first, second);

  const settled = ({ orderId }: { orderId: string }) => [{ orderId, productIds: [mug] }];
  await syncStock(shop.redis, [{ productId: mug, available: 3, version: 4 }], settled(second));
  await syncStock(shop.redis, [{ productId: mug, available: 4, version: 3 }], settled(first));

  expect(await shop.redis.hgetall(stockKey(mug))).toEqual({ available: '3', version: '4' });
  expect(await admits(shop, order(mug, 3))).toEqual([true]);
});

test('does not put back an older truth that was read before a commit', async () => {
  await using shop = await openShop();
  const mug = await shop.product(5);
  await shop.redis.flushdb();
  await shop.handle([orderEvent('order.created', newId(), [{ productId: mug, quantity: 5 }])]);

  await syncStock(shop.redis, [{ productId: mug, available: 5, version: 2 }], []);

  expect(await admits(shop, order(mug, 1))).toEqual([false]);
});

test('knows products that never had stock as sold out', async () => {
  await using shop = await openShop();

  expect(await shop.desk.admit([order(newId(), 1)])).toMatchObject([
    { isAdmitted: false, missing: [{ requested: 1, available: 0 }] },
  ]);
});

test('is short of what cannot be a product, and makes no key of it', async () => {
  await using shop = await openShop();
  const mug = await shop.product(1);

  expect(await admits(shop, order('}no-id{', 1), order(mug, 1))).toEqual([false, true]);
  expect(await shop.redis.keys('*no-id*')).toEqual([]);
});

test('starts over when half of what is in flight was evicted', async () => {
  await using shop = await openShop();
  const mug = await shop.product(5);
  await admits(shop, order(mug, 5));
  const [, , expiries = ''] = productKeys(mug);

  await shop.redis.del(expiries);

  expect(await admits(shop, order(mug, 5), order(mug, 1))).toEqual([true, false]);
});

test('says yes while Redis does not answer, and lets PostgreSQL decide', async () => {
  await using shop = await openShop();
  const mug = await shop.product(1);
  const nobodyListens = { host: '127.0.0.1', port: 1, lazyConnect: true };
  const redis = new Redis({ ...nobodyListens, retryStrategy: () => null });
  const { db, now, metrics } = shop;
  const desk = createAdmissionDesk({
    redis,
    db,
    now,
    metrics,
    admissionMs: HOLD_MS,
    log: silentLog,
  });
  const crowd = [order(mug, 1), order(mug, 1)];

  const answers = await desk.admit(crowd);
  await shop.handle(crowd.map((it) => orderEvent('order.created', it.orderId, it.lines)));

  expect(answers.map(({ isAdmitted }) => isAdmitted)).toEqual([true, true]);
  expect(await shop.units(mug)).toEqual({ available: 0, reserved: 1, sold: 0 });
  expect(await metrics.getSingleMetricAsString('inventory_admissions_total')).toContain(
    'inventory_admissions_total{answer="unchecked"} 2',
  );
});
