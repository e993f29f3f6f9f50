import { sql } from 'kysely';
import { customer } from '../testing/customer.ts';
import { orderWorld, type OrderWorld } from '../testing/order-world.ts';

const STALL_MS = 15_000;
const ENV = { SHIP_PACK_MS: '0', SHIP_TRANSIT_MS: '0', SAGA_STALL_MS: String(STALL_MS) };

/** Lets the time pass in which an order is found stalled, with all that runs by the clock. */
async function passTime(world: OrderWorld, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    await world.deliver();
    await world.runJob('orders.move-parcels');
    await world.deliver();
    world.advance(STALL_MS);
    await world.runJob('orders.sweep');
  }
}

test.each([
  'order.created',
  'inventory.reserved',
  'payment.succeeded',
  'order.confirmed',
  'inventory.committed',
  'shipment.created',
  'shipment.in_transit',
  'order.shipped',
  'shipment.delivered',
])('an order reaches its end though one %s is lost', async (type) => {
  await using world = await orderWorld(ENV);
  const ada = customer(world);
  const mug = world.addProduct({ units: 5 });
  world.lost.add(type);
  const id = await ada.placeOrder({ productId: mug, quantity: 2 });

  await passTime(world, 4);

  expect(world.lost.size).toBe(0);
  expect(await ada.order(id)).toMatchObject({ status: 'DELIVERED' });
  expect(world.inventory.stock.get(mug)).toBe(3);
  const charges = await world.database.db.selectFrom('provider_charge').selectAll().execute();
  expect(charges).toHaveLength(1);
});

test('a charge whose process dies in the middle is asked for again, and made once', async () => {
  await using world = await orderWorld(ENV);
  const { db } = world.database;
  const ada = customer(world);
  const id = await ada.placeOrder();
  const charges = () => db.selectFrom('provider_charge').selectAll().execute();
  // The provider charges, and the process ends before that is written down.
  await sql`alter table order_timeline add constraint dead check (status <> 'CONFIRMED')`.execute(
    db,
  );
  const delivered = world.deliver();
  while ((await charges()).length === 0);
  await world.restart();
  await delivered;
  await sql`alter table order_timeline drop constraint dead`.execute(db);
  expect(await ada.order(id)).toMatchObject({ status: 'AWAITING_PAYMENT' });

  world.advance(4_999);
  await world.runJob('orders.sweep');
  await world.deliver();
  expect(await ada.order(id)).toMatchObject({ status: 'AWAITING_PAYMENT' });

  world.advance(1);
  await world.runJob('orders.sweep');
  await world.deliver();
  expect(await ada.order(id)).toMatchObject({ payment: { status: 'SUCCEEDED' } });
  expect(await charges()).toHaveLength(1);
});

test('control: without the sweeper a lost event leaves the order where it is', async () => {
  await using world = await orderWorld(ENV);
  const ada = customer(world);
  world.lost.add('order.confirmed');
  const id = await ada.placeOrder();

  await world.deliver();
  world.advance(10 * STALL_MS);
  await world.runJob('orders.move-parcels');
  await world.deliver();

  expect(await ada.order(id)).toMatchObject({ status: 'CONFIRMED' });
});

test('an order that moves is left alone, and one that stalls is announced once a time', async () => {
  await using world = await orderWorld(ENV);
  const ada = customer(world);
  world.lost.add('order.created');
  await ada.placeOrder();
  await world.deliver();

  world.advance(STALL_MS - 1);
  await world.runJob('orders.sweep');
  await world.deliver();
  expect(world.delivered).toEqual([]);

  world.advance(1);
  world.lost.add('order.created');
  await world.runJob('orders.sweep');
  await world.runJob('orders.sweep');
  await world.deliver();
  expect(world.lost.size).toBe(0);
  expect(world.delivered).toEqual([]);
});

test('an order that nobody answers is given up after its time, and nothing is charged', async () => {
  await using world = await orderWorld({ ...ENV, SAGA_GIVE_UP_MS: '60000' });
  const ada = customer(world);
  const id = await ada.placeOrder();
  for (let round = 0; round < 4; round++) {
    world.lost.add('order.created');
    await world.deliver();
    world.advance(STALL_MS);
    await world.runJob('orders.sweep');
  }
  await world.deliver();

  expect(await ada.order(id)).toMatchObject({
    status: 'CANCELLED',
    cancellationReason: 'STALLED',
    payment: null,
  });
});

test('parcels that come back are sent again, and after the third the money goes back', async () => {
  await using world = await orderWorld({ ...ENV, SHIP_FAILURE_RATE: '1' });
  const ada = customer(world);
  const mug = world.addProduct({ units: 5 });
  const id = await ada.placeOrder({ productId: mug });
  await world.deliver();
  for (let move = 0; move < 6; move++) {
    await world.runJob('orders.move-parcels');
    await world.deliver();
  }

  const parcels = await world.database.db
    .selectFrom('shipment')
    .select(['attempt', 'status'])
    .orderBy('attempt')
    .execute();
  expect(parcels).toEqual([1, 2, 3].map((attempt) => ({ attempt, status: 'FAILED' })));
  expect(await ada.order(id)).toMatchObject({
    status: 'CANCELLED',
    payment: { status: 'REFUNDED' },
  });
  expect(world.inventory.stock.get(mug)).toBe(5);
});
