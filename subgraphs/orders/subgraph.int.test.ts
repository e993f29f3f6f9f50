import { customer } from './testing/customer.ts';
import { orderWorld } from './testing/order-world.ts';

const STATUSES = ['PENDING', 'AWAITING_PAYMENT', 'CONFIRMED', 'PROCESSING', 'SHIPPED', 'DELIVERED'];

test('an order goes from the cart to the door, step by step', async () => {
  await using world = await orderWorld({ SHIP_PACK_MS: '2000', SHIP_TRANSIT_MS: '4000' });
  const ada = customer(world);
  const mug = world.addProduct({ cents: 1_500, units: 10 });
  const cap = world.addProduct({ cents: 2_000, units: 10 });
  await ada.put(mug, 2);
  const cart = await ada.put(cap);
  expect(cart).toMatchObject({ totalQuantity: 3, total: { amountCents: 5_000 } });

  const placed = await ada.checkout();
  const id = placed.id ?? '';
  expect(await ada.order(id)).toMatchObject({ status: 'PENDING', payment: null, shipment: null });
  expect((await ada.cart()).lines).toEqual([]);

  await world.deliver();
  expect(await ada.order(id)).toMatchObject({
    status: 'PROCESSING',
    payment: { status: 'SUCCEEDED', attempts: 1 },
    shipment: { status: 'CREATED' },
    isCancellable: true,
  });

  world.advance(2_000);
  await world.runJob('orders.move-parcels');
  await world.deliver();
  expect(await ada.order(id)).toMatchObject({ status: 'SHIPPED', isCancellable: false });

  world.advance(4_000);
  await world.runJob('orders.move-parcels');
  await world.deliver();
  const order = await ada.order(id);
  expect(order).toMatchObject({ status: 'DELIVERED', shipment: { status: 'DELIVERED' } });
  expect(order.timeline.map(({ status }) => status)).toEqual(STATUSES);
  expect(world.inventory.stock.get(mug)).toBe(8);
});

test.each([
  ['tok_declined', 'PAYMENT_DECLINED', 'CARD_DECLINED'],
  ['tok_insufficient_funds', 'INSUFFICIENT_FUNDS', 'INSUFFICIENT_FUNDS'],
  ['tok_timeout', 'PAYMENT_TIMED_OUT', 'TIMED_OUT'],
])('%s ends cancelled with the stock back', async (token, cancellationReason, failure) => {
  await using world = await orderWorld({ PAYMENT_TIMEOUT_MS: '50' });
  const ada = customer(world);
  const mug = world.addProduct({ units: 5 });

  const id = await ada.placeOrder({ productId: mug, quantity: 2, token });
  await world.deliver();

  expect(await ada.order(id)).toMatchObject({
    status: 'CANCELLED',
    cancellationReason,
    payment: { status: 'FAILED', failure },
  });
  expect(world.inventory.stock.get(mug)).toBe(5);
});

test('a card that fails once for a technical reason is asked again and charged once', async () => {
  await using world = await orderWorld();
  const ada = customer(world);

  const id = await ada.placeOrder({ token: 'tok_flaky' });
  await world.deliver();

  const { payment } = await ada.order(id);
  expect(payment).toMatchObject({ status: 'SUCCEEDED', attempts: 2 });
});

test('a product that sells out between cart and reservation cancels the order', async () => {
  await using world = await orderWorld();
  const ada = customer(world);
  const mug = world.addProduct({ units: 1 });
  const id = await ada.placeOrder({ productId: mug });
  world.inventory.stock.set(mug, 0);

  await world.deliver();

  expect(await ada.order(id)).toMatchObject({
    status: 'CANCELLED',
    cancellationReason: 'OUT_OF_STOCK',
    payment: null,
  });
});
