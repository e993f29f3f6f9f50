import { v7 as newId } from 'uuid';
import { lockStock } from '../data/stock.repository.ts';
import { HOLD_MS, openShop, orderEvent } from '../testing/shop.ts';

/** Lets somebody else act between reading the reservations of a batch and reading its stock. */
function actingBefore(act: () => Promise<unknown>): typeof lockStock {
  let hasActed = false;
  return async (tx, productIds) => {
    if (!hasActed) {
      hasActed = true;
      await act();
    }
    return lockStock(tx, productIds);
  };
}

test('an order cancelled while it is being reserved holds nothing', async () => {
  await using shop = await openShop();
  const mug = await shop.product(5);
  const orderId = newId();
  const created = orderEvent('order.created', orderId, [{ productId: mug, quantity: 2 }]);

  await shop.handle([created], {
    readStock: actingBefore(() => shop.handle([orderEvent('order.cancelled', orderId)])),
  });

  expect(await shop.units(mug)).toEqual({ available: 5, reserved: 0, sold: 0 });
  expect(await shop.answers(orderId)).toEqual(['inventory.released', 'inventory.released']);
});

test('an order announced twice at once holds its units once', async () => {
  await using shop = await openShop();
  const mug = await shop.product(5);
  const orderId = newId();
  const announced = () => orderEvent('order.created', orderId, [{ productId: mug, quantity: 2 }]);

  await shop.handle([announced()], { readStock: actingBefore(() => shop.handle([announced()])) });

  expect(await shop.units(mug)).toEqual({ available: 3, reserved: 2, sold: 0 });
  expect(await shop.answers(orderId)).toEqual(['inventory.reserved', 'inventory.reserved']);
});

test('an order that expires before it is paid is sold what is still there', async () => {
  await using shop = await openShop();
  const mug = await shop.product(5);
  const orderId = newId();
  const lines = [{ productId: mug, quantity: 5 }];

  await shop.handle([orderEvent('order.created', orderId, lines)]);
  shop.wait(HOLD_MS);
  expect(await shop.releaseExpired()).toBe(1);
  await shop.handle([orderEvent('order.confirmed', orderId, lines)]);

  expect(await shop.units(mug)).toEqual({ available: 0, reserved: 0, sold: 5 });
  expect(await shop.answers(orderId)).toEqual([
    'inventory.reserved',
    'inventory.released',
    'inventory.committed',
  ]);
});

test('an order that expires before it is paid fails when another has taken its units', async () => {
  await using shop = await openShop();
  const mug = await shop.product(5);
  const [slow, quick] = [newId(), newId()];
  const lines = [{ productId: mug, quantity: 5 }];

  await shop.handle([orderEvent('order.created', slow, lines)]);
  shop.wait(HOLD_MS);
  await shop.releaseExpired();
  await shop.handle([orderEvent('order.created', quick, lines)]);
  await shop.handle([orderEvent('order.confirmed', slow, lines)]);

  expect(await shop.units(mug)).toEqual({ available: 0, reserved: 5, sold: 0 });
  expect(await shop.answers(slow)).toEqual([
    'inventory.reserved',
    'inventory.released',
    'inventory.failed',
  ]);
});

test('a payment that is being handled keeps expiry away', async () => {
  await using shop = await openShop();
  const mug = await shop.product(5);
  const orderId = newId();
  const lines = [{ productId: mug, quantity: 2 }];
  await shop.handle([orderEvent('order.created', orderId, lines)]);
  shop.wait(HOLD_MS);

  let released = -1;
  await shop.handle([orderEvent('order.confirmed', orderId, lines)], {
    readStock: actingBefore(async () => (released = await shop.releaseExpired())),
  });

  expect(released).toBe(0);
  expect(await shop.units(mug)).toEqual({ available: 3, reserved: 0, sold: 2 });
  expect(await shop.answers(orderId)).toEqual(['inventory.reserved', 'inventory.committed']);
});

test('a payment that arrives while its order expires finds the units given back, and takes them', async () => {
  await using shop = await openShop();
  const mug = await shop.product(5);
  const orderId = newId();
  const lines = [{ productId: mug, quantity: 2 }];
  await shop.handle([orderEvent('order.created', orderId, lines)]);
  shop.wait(HOLD_MS);

  let paid: Promise<void> = Promise.resolve();
  await shop.releaseExpired({
    readStock: actingBefore(() => {
      // Waits for the reservation, which the expiry holds: not awaited here.
      paid = shop.handle([orderEvent('order.confirmed', orderId, lines)]);
      return Promise.resolve();
    }),
  });
  await paid;

  expect(await shop.units(mug)).toEqual({ available: 3, reserved: 0, sold: 2 });
  expect((await shop.answers(orderId)).slice(1)).toEqual([
    'inventory.released',
    'inventory.committed',
  ]);
});
