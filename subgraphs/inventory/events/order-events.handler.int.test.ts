import { v7 as newId } from 'uuid';
import { createStore } from '#platform/database/store.ts';
import { openShop, orderEvent } from '../testing/shop.ts';
import { onOrderEvents } from './order-events.handler.ts';

test('reserves, sells and gives back, and tells the order each time', async () => {
  await using shop = await openShop();
  const mug = await shop.product(5);
  const orderId = newId();
  const lines = [{ productId: mug, quantity: 2 }];

  await shop.handle([orderEvent('order.created', orderId, lines)]);
  expect(await shop.units(mug)).toEqual({ available: 3, reserved: 2, sold: 0 });
  await shop.handle([orderEvent('order.confirmed', orderId, lines)]);
  expect(await shop.units(mug)).toEqual({ available: 3, reserved: 0, sold: 2 });
  await shop.handle([orderEvent('order.cancelled', orderId)]);
  expect(await shop.units(mug)).toEqual({ available: 5, reserved: 0, sold: 0 });

  expect(await shop.published(orderId)).toEqual([
    { type: 'inventory.reserved', data: { orderId, expiresAt: '2026-03-01T12:10:00.000Z' } },
    { type: 'inventory.committed', data: { orderId } },
    { type: 'inventory.released', data: { orderId, reason: 'CANCELLED' } },
  ]);
});

test('takes nothing when one line is short, and names it', async () => {
  await using shop = await openShop();
  const warehouse = await shop.warehouse();
  const [mug, cap] = [await shop.product(5, warehouse), await shop.product(1, warehouse)];
  const orderId = newId();

  await shop.handle([
    orderEvent('order.created', orderId, [
      { productId: mug, quantity: 2 },
      { productId: cap, quantity: 2 },
    ]),
  ]);

  expect(await shop.units(mug)).toMatchObject({ available: 5, reserved: 0 });
  expect(await shop.published(orderId)).toEqual([
    {
      type: 'inventory.failed',
      data: { orderId, missing: [{ productId: cap, requested: 2, available: 1 }] },
    },
  ]);
});

test('has its effect once, however often and wherever the same event is delivered', async () => {
  await using shop = await openShop();
  const mug = await shop.product(5);
  const orderId = newId();
  const created = orderEvent('order.created', orderId, [{ productId: mug, quantity: 2 }]);

  await Promise.all([shop.handle([created]), shop.handle([created, created])]);
  await shop.handle([created]);

  expect(await shop.units(mug)).toMatchObject({ available: 3, reserved: 2 });
  expect(await shop.answers(orderId)).toEqual(['inventory.reserved']);
});

test('answers again, and takes nothing again, when an order is announced again', async () => {
  await using shop = await openShop();
  const mug = await shop.product(5);
  const orderId = newId();
  const lines = [{ productId: mug, quantity: 2 }];
  const announce = (type: 'order.created' | 'order.confirmed' | 'order.cancelled') =>
    shop.handle([orderEvent(type, orderId, lines)]);

  for (const type of ['order.created', 'order.confirmed', 'order.cancelled'] as const) {
    await Promise.all([announce(type), announce(type)]);
  }

  expect(await shop.units(mug)).toEqual({ available: 5, reserved: 0, sold: 0 });
  expect(await shop.answers(orderId)).toEqual([
    'inventory.reserved',
    'inventory.reserved',
    'inventory.committed',
    'inventory.committed',
    'inventory.released',
    'inventory.released',
  ]);
});

test('takes nothing for an order that was cancelled before it was seen', async () => {
  await using shop = await openShop();
  const mug = await shop.product(5);
  const orderId = newId();

  await shop.handle([orderEvent('order.cancelled', orderId)]);
  await shop.handle([orderEvent('order.created', orderId, [{ productId: mug, quantity: 2 }])]);

  expect(await shop.units(mug)).toMatchObject({ available: 5, reserved: 0 });
  expect(await shop.answers(orderId)).toEqual(['inventory.released', 'inventory.released']);
});

test('announces a product once a transaction, with a version that grows', async () => {
  await using shop = await openShop();
  const mug = await shop.product(5);
  const orders = Array.from({ length: 4 }, () =>
    orderEvent('order.created', newId(), [{ productId: mug, quantity: 1 }]),
  );

  await shop.handle(orders.slice(0, 3));
  await shop.handle(orders.slice(3));

  const announced = (await shop.published(mug)).map(({ data }) => data);
  expect(announced).toMatchObject([{ available: 5 }, { available: 2 }, { available: 1 }]);
  const versions = announced.map((data) => (data as { version?: number }).version ?? 0);
  expect(versions).toEqual(versions.toSorted((a, b) => a - b));
  expect(new Set(versions).size).toBe(3);
});

test('decides a batch of a hundred orders in a dozen statements', async () => {
  await using shop = await openShop();
  const mug = await shop.product(60);
  let statements = 0;
  const db = shop.db.withPlugin({
    transformQuery: ({ node }) => (statements++, node),
    transformResult: async ({ result }) => result,
  });
  const orders = Array.from({ length: 100 }, () =>
    orderEvent('order.created', newId(), [{ productId: mug, quantity: 1 }]),
  );

  await onOrderEvents(
    {
      store: createStore(db),
      now: shop.now,
      newId,
      holdMs: 1_000,
      afterCommit: () => Promise.resolve(),
    },
    orders,
  );

  expect(await shop.units(mug)).toMatchObject({ available: 0, reserved: 60 });
  expect(statements).toBeLessThanOrEqual(12);
});

test('refuses an event that is not one, and with it nothing of its batch is done', async () => {
  await using shop = await openShop();
  const mug = await shop.product(5);
  const orderId = newId();
  const created = orderEvent('order.created', orderId, [{ productId: mug, quantity: 2 }]);
  const broken = { ...orderEvent('order.created', newId()), data: { orderId: 7 } };

  await expect(shop.handle([created, broken])).rejects.toThrow('invalid_type');

  expect(await shop.units(mug)).toMatchObject({ reserved: 0 });
  await shop.handle([created]);
  expect(await shop.units(mug)).toMatchObject({ reserved: 2 });
});
