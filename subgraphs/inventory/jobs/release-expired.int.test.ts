import { v7 as newId } from 'uuid';
import { HOLD_MS, openShop, orderEvent } from '../testing/shop.ts';

test('gives back what is due, and only that, and tells the orders why', async () => {
  await using shop = await openShop();
  const mug = await shop.product(5);
  const [early, late, paid] = [newId(), newId(), newId()];
  const lines = [{ productId: mug, quantity: 1 }];
  await shop.handle([
    orderEvent('order.created', early, lines),
    orderEvent('order.created', paid, lines),
    orderEvent('order.confirmed', paid, lines),
  ]);
  shop.wait(1);
  await shop.handle([orderEvent('order.created', late, lines)]);

  shop.wait(HOLD_MS - 1);
  expect(await shop.releaseExpired()).toBe(1);
  expect(await shop.releaseExpired()).toBe(0);

  expect(await shop.units(mug)).toEqual({ available: 3, reserved: 1, sold: 1 });
  expect((await shop.published(early)).at(-1)).toEqual({
    type: 'inventory.released',
    data: { orderId: early, reason: 'EXPIRED' },
  });
});

test('gives more than a batch back in one tick, once, also when two replicas try', async () => {
  await using shop = await openShop();
  const mug = await shop.product(450);
  const lines = [{ productId: mug, quantity: 1 }];
  const orders = Array.from({ length: 450 }, () => orderEvent('order.created', newId(), lines));
  await shop.handle(orders);
  shop.wait(HOLD_MS);

  const released = await Promise.all([shop.releaseExpired(), shop.releaseExpired()]);
  const rest = await shop.releaseExpired();

  expect(released.reduce((sum, each) => sum + each, rest)).toBe(450);
  expect(await shop.units(mug)).toEqual({ available: 450, reserved: 0, sold: 0 });
});
