import { v7 as newId } from 'uuid';
import { openShop, orderEvent } from './testing/shop.ts';

test('makes the stock of a product that had none, and announces it', async () => {
  await using shop = await openShop();
  const warehouse = await shop.warehouse();
  const mug = newId();

  expect(await shop.adjust(mug, warehouse, 5)).toMatchObject({
    ok: true,
    level: { available: 5, received: 5 },
  });
  expect(await shop.published(mug)).toMatchObject([
    { type: 'inventory.stock_changed', data: { productId: mug, available: 5 } },
  ]);
});

test('takes out free units only', async () => {
  await using shop = await openShop();
  const warehouse = await shop.warehouse();
  const mug = await shop.product(5, warehouse);
  await shop.handle([orderEvent('order.created', newId(), [{ productId: mug, quantity: 2 }])]);

  expect(await shop.adjust(mug, warehouse, -4)).toEqual({ ok: false, available: 3 });
  expect(await shop.adjust(mug, warehouse, -3)).toMatchObject({ ok: true });
  expect(await shop.units(mug)).toEqual({ available: 0, reserved: 2, sold: 0 });
  expect(await shop.adjust(newId(), warehouse, -1)).toEqual({ ok: false, available: 0 });
});

test('changes stock once for one key, also when both ask at the same time', async () => {
  await using shop = await openShop();
  const warehouse = await shop.warehouse();
  const mug = await shop.product(5, warehouse);
  const key = 'delivery-4711';

  await Promise.all([1, 2, 3].map(() => shop.adjust(mug, warehouse, -4, key)));
  expect(await shop.adjust(mug, warehouse, -4, key)).toMatchObject({
    ok: true,
    level: { available: 1 },
    stock: [],
  });

  expect(await shop.units(mug)).toMatchObject({ available: 1 });
});

test('refuses a key that was used for another change', async () => {
  await using shop = await openShop();
  const warehouse = await shop.warehouse();
  const [mug, cap] = [await shop.product(5, warehouse), await shop.product(5, warehouse)];
  await shop.adjust(mug, warehouse, 1, 'delivery-4711');

  await expect(shop.adjust(mug, warehouse, 2, 'delivery-4711')).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  const race = await Promise.allSettled([
    shop.adjust(mug, warehouse, 1, 'delivery-4712'),
    shop.adjust(cap, warehouse, 1, 'delivery-4712'),
  ]);
  expect(race.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('loses no unit when adjustments and orders meet', async () => {
  await using shop = await openShop();
  const [ber, ham] = [await shop.warehouse('BER1'), await shop.warehouse('HAM1')];
  const mug = await shop.product(50, ber);

  await Promise.all(
    Array.from({ length: 20 }, async (_, index) => {
      await shop.adjust(mug, index % 2 === 0 ? ber : ham, 3);
      await shop.handle([orderEvent('order.created', newId(), [{ productId: mug, quantity: 2 }])]);
      await shop.adjust(mug, ber, -1);
    }),
  );

  expect(await shop.units(mug)).toEqual({ available: 50, reserved: 40, sold: 0 });
});
