import { sql } from 'kysely';
import { progressOrders } from './progress-orders.ts';
import { customer } from '../testing/customer.ts';
import { handle, orderWorld, takeOutbox, type OrderWorld } from '../testing/order-world.ts';
import { INVENTORY_EVENTS } from '#schema/events/inventory-events.ts';
import { ORDER_EVENTS } from '#schema/events/order-events.ts';

/** The stock is there, which begins the charge. */
async function reserve(world: OrderWorld) {
  for (const { envelope } of await takeOutbox(world.database)) {
    for (const answer of world.inventory.answer(envelope)) {
      await handle(world.behaviour, INVENTORY_EVENTS, answer);
    }
  }
}

const paymentOf = (world: OrderWorld) =>
  world.database.db.selectFrom('payment').select('status').executeTakeFirst();

test('an order is confirmed by the transaction that writes down its payment and its parcel, which no event asks for', async () => {
  await using world = await orderWorld();
  const ada = customer(world);
  const id = await ada.placeOrder();

  await reserve(world);
  await world.chargesEnd();

  expect(await ada.order(id)).toMatchObject({
    status: 'CONFIRMED',
    payment: { status: 'SUCCEEDED' },
  });
  const types = (await takeOutbox(world.database)).map(({ envelope: { type } }) => type);
  expect(types.toSorted()).toEqual(['order.confirmed', 'payment.succeeded', 'shipment.created']);
});

test('when the order cannot be confirmed its payment is not written down, and is asked again', async () => {
  await using world = await orderWorld();
  const { db } = world.database;
  const ada = customer(world);
  const id = await ada.placeOrder();
  await sql`alter table order_timeline add constraint broken check (status <> 'CONFIRMED')`.execute(
    db,
  );

  await reserve(world);
  await untilCharged(world);
  expect(await paymentOf(world)).toEqual({ status: 'PENDING' });
  await sql`alter table order_timeline drop constraint broken`.execute(db);
  await world.chargesEnd();

  expect(await ada.order(id)).toMatchObject({ status: 'CONFIRMED' });
  expect(await db.selectFrom('provider_charge').selectAll().execute()).toHaveLength(1);
});

test('an order that is cancelled while it is charged gets its money back', async () => {
  await using world = await orderWorld({ PAYMENT_LATENCY_MS: '200' });
  const ada = customer(world);
  const id = await ada.placeOrder();
  await reserve(world);
  const { parts, database } = world;
  const limits = { stallMs: 15_000, giveUpMs: 600_000, packMs: 0, transitMs: 0 };
  const event = { type: 'order.cancel_requested', data: { orderId: id, by: 'CUSTOMER' } } as const;

  // Holds the order until the charge is over: the record of it waits, and finds the order cancelled.
  await database.store.transact(async (tx) => {
    await progressOrders(tx, [{ orderId: id, event }], { ...parts, limits });
    await untilCharged(world);
  });
  await world.chargesEnd();
  await world.deliver();

  expect(await ada.order(id)).toMatchObject({
    status: 'CANCELLED',
    payment: { status: 'REFUNDED' },
  });
});

async function untilCharged({ database: { db } }: OrderWorld): Promise<void> {
  for (;;) {
    const charges = await db.selectFrom('provider_charge').selectAll().execute();
    if (charges.length > 0) return;
  }
}

test('a crowd of repeats of every event moves each order once a step', async () => {
  await using world = await orderWorld({ SHIP_PACK_MS: '0', SHIP_TRANSIT_MS: '0' });
  const ada = customer(world);
  const ids = [await ada.placeOrder(), await ada.placeOrder(), await ada.placeOrder()];

  for (let round = 0; round < 30; round++) {
    const waiting = await takeOutbox(world.database);
    // A parcel that was there before its order was ready for it is looked at a second later.
    world.advance(1_000);
    await Promise.all([world.runJob('orders.move-parcels'), world.runJob('orders.move-parcels')]);
    for (const { topic, envelope } of waiting) {
      const answers = topic === ORDER_EVENTS ? world.inventory.answer(envelope) : [];
      const deliveries = [
        () => handle(world.behaviour, topic, envelope),
        ...answers.map((each) => () => handle(world.behaviour, INVENTORY_EVENTS, each)),
      ];
      for (const deliver of deliveries) await Promise.all([deliver(), deliver(), deliver()]);
    }
  }

  for (const id of ids) {
    const { status, timeline } = await ada.order(id);
    expect(status).toBe('DELIVERED');
    expect(timeline.map((entry) => entry.status)).toEqual([
      'PENDING',
      'AWAITING_PAYMENT',
      'CONFIRMED',
      'PROCESSING',
      'SHIPPED',
      'DELIVERED',
    ]);
  }
});
