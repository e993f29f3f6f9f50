import { testDatabase, type TestDatabase } from '#platform/testing/database.ts';
import { newId } from '#platform/process/new-id.ts';
import type { Tables } from '../data/tables.ts';
import { createPaymentDesk } from '../payment/payment-desk.ts';
import { customer } from '../testing/customer.ts';
import { MIGRATIONS, orderWorld, takeOutbox } from '../testing/order-world.ts';
import { storeOrder } from '../testing/stored-order.ts';
import type { Carrier } from './carrier.ts';
import { shipOrders } from './ship-orders.ts';
import { createSimulatedCarrier } from './simulated-carrier.ts';

const limits = { stallMs: 15_000, giveUpMs: 600_000, packMs: 0, transitMs: 0 };
const rules = { now: () => new Date('2026-03-01T12:00:00.000Z'), newId, limits };
const tellSteps = () => Promise.resolve();

interface Depot extends AsyncDisposable {
  database: TestDatabase<Tables>;
  carrier: Carrier;
  /** What the carrier was told. */
  references: string[];
  /** Writes down that an order is charged, while this carrier is there. */
  charge: (orderId: string, carrier?: Carrier) => Promise<void>;
  /** Hands the events that wait to the shipping step, and answers their types. */
  ship: () => Promise<string[]>;
  parcels: () => Promise<{ order_id: string; attempt: number }[]>;
}

async function depot(): Promise<Depot> {
  const database = await testDatabase<Tables>(MIGRATIONS);
  const { store, db } = database;
  const simulated = createSimulatedCarrier({ packMs: 0, transitMs: 0, failureRate: 0 });
  const references: string[] = [];
  const carrier: Carrier = {
    book(reference, now) {
      references.push(reference);
      return simulated.book(reference, now);
    },
  };
  return {
    database,
    carrier,
    references,
    async charge(orderId, other = carrier) {
      const desk = createPaymentDesk({ store, carrier: other, rules, tellSteps });
      await desk.open(orderId);
      await desk.record({ key: orderId }, { status: 'CHARGED', attempts: 1 });
    },
    async ship() {
      const events = (await takeOutbox(database)).map(({ envelope }) => envelope);
      await shipOrders({ store, carrier, rules, tellSteps }, events);
      return events.map(({ type }) => type);
    },
    parcels: () => db.selectFrom('shipment').select(['order_id', 'attempt']).execute(),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

const statusOf = async ({ database: { db } }: Depot) =>
  db.selectFrom('customer_order').select(['status', 'shipment_id']).executeTakeFirst();

test('an order is confirmed with its parcel, and its event books no other', async () => {
  await using given = await depot();
  const id = await storeOrder(given.database);

  await given.charge(id);

  expect(await statusOf(given)).toMatchObject({ status: 'CONFIRMED' });
  expect((await statusOf(given))?.shipment_id).not.toBeNull();
  const told = ['payment.succeeded', 'shipment.created', 'order.confirmed'];
  expect(await given.ship()).toEqual(told);
  expect(await given.ship()).toEqual([]);
  expect(given.references).toEqual([`${id}/1`]);
  expect(await given.parcels()).toEqual([{ order_id: id, attempt: 1 }]);
});

test.each<[string, Carrier['book']]>([
  ['does not answer', () => new Promise(() => undefined)],
  ['fails', () => Promise.reject(new Error('the carrier is away'))],
])('a carrier that %s holds up no payment, and is asked again by the event', async (_, book) => {
  await using given = await depot();
  const id = await storeOrder(given.database);

  await given.charge(id, { book });

  expect(await statusOf(given)).toEqual({ status: 'CONFIRMED', shipment_id: null });
  expect(await given.ship()).toEqual(['payment.succeeded', 'order.confirmed']);
  expect(await given.ship()).toEqual(['shipment.created']);
  expect(given.references).toEqual([`${id}/1`]);
  expect(await given.parcels()).toEqual([{ order_id: id, attempt: 1 }]);
});

test('an order that was cancelled before it was charged gets no parcel', async () => {
  await using given = await depot();
  const id = await storeOrder(given.database);
  await given.charge(id, {
    async book(reference, now) {
      await given.database.db
        .updateTable('customer_order')
        .set({ status: 'CANCELLED', cancellation_reason: 'CUSTOMER_REQUEST' })
        .execute();
      return given.carrier.book(reference, now);
    },
  });

  expect(await statusOf(given)).toEqual({ status: 'CANCELLED', shipment_id: null });
  expect(await given.ship()).toEqual(['payment.succeeded', 'order.cancelled']);
  expect(await given.parcels()).toEqual([]);
});

test('of a group each parcel is made that the carrier has booked, and a carrier that hangs is asked no more', async () => {
  await using given = await depot();
  const { database, carrier } = given;
  const [quick, slow, next] = [
    await storeOrder(database),
    await storeOrder(database),
    await storeOrder(database),
  ];
  const asked: string[] = [];
  const signals: (AbortSignal | undefined)[] = [];
  const desk = createPaymentDesk({
    store: database.store,
    rules,
    tellSteps,
    carrier: {
      book(reference, now, signal) {
        asked.push(reference);
        signals.push(signal);
        return reference.startsWith(quick)
          ? carrier.book(reference, now)
          : new Promise(() => undefined);
      },
    },
  });
  const charged = { status: 'CHARGED', attempts: 1 } as const;
  await Promise.all([quick, slow, next].map((id) => desk.open(id)));

  // The first begins a group of its own; those that come meanwhile are the next one.
  await Promise.all([quick, slow].map((key) => desk.record({ key }, charged)));
  await desk.record({ key: next }, charged);

  expect(asked).toEqual([`${quick}/1`, `${slow}/1`]);
  expect(signals.at(-1)?.aborted).toBe(true);
  expect(await given.parcels()).toEqual([{ order_id: quick, attempt: 1 }]);
  await given.ship();
  const made = (await given.parcels()).map(({ order_id }) => order_id);
  expect(made.toSorted()).toEqual([quick, slow, next].toSorted());
});

test('repeats at one moment make one parcel, and an order that is cancelled while it is booked gets none', async () => {
  await using given = await depot();
  const { database, carrier } = given;
  const { store, db } = database;
  const away = { book: () => Promise.reject(new Error('the carrier is away')) };
  const id = await storeOrder(database);
  await given.charge(id, away);
  const events = (await takeOutbox(database)).map(({ envelope }) => envelope);
  const parts = { store, carrier, rules, tellSteps };
  await Promise.all([shipOrders(parts, events), shipOrders(parts, events)]);
  expect(await given.parcels()).toEqual([{ order_id: id, attempt: 1 }]);

  const other = await storeOrder(database);
  await given.charge(other, away);
  const confirmed = (await takeOutbox(database)).map(({ envelope }) => envelope);
  const cancelling: Carrier = {
    async book(reference, now) {
      await db
        .updateTable('customer_order')
        .set({ status: 'CANCELLED', cancellation_reason: 'CUSTOMER_REQUEST' })
        .where('id', '=', other)
        .execute();
      return carrier.book(reference, now);
    },
  };
  await shipOrders({ ...parts, carrier: cancelling }, confirmed);
  expect(await given.parcels()).toHaveLength(1);
});

test('a parcel of a cancelled order stays for ever, also when nobody has heard of it', async () => {
  await using world = await orderWorld({ SHIP_PACK_MS: '2000' });
  const ada = customer(world);
  const id = await ada.placeOrder();
  world.lost.add('order.confirmed');
  await world.deliver();
  // Not by a command, which stops the parcel itself: what inventory held has expired, and is sold out.
  await world.database.db
    .updateTable('customer_order')
    .set({ status: 'CANCELLED', cancellation_reason: 'OUT_OF_STOCK', next_sweep_at: null })
    .execute();

  world.advance(2_001);
  await world.runJob('orders.move-parcels');

  expect(await ada.order(id)).toMatchObject({ shipment: { status: 'CANCELLED' } });
  const parcel = world.database.db.selectFrom('shipment').select('next_step_at');
  expect(await parcel.execute()).toEqual([{ next_step_at: null }]);
});

test('a parcel leaves when it is packed and its stock is sold, whatever comes last', async () => {
  await using world = await orderWorld({ SHIP_PACK_MS: '2000', SHIP_TRANSIT_MS: '60000' });
  const ada = customer(world);
  const move = async (ms: number) => {
    world.advance(ms);
    await world.runJob('orders.move-parcels');
  };
  const placeWithout = async (lost?: string) => {
    const id = await ada.placeOrder();
    if (lost !== undefined) world.lost.add(lost);
    await world.deliver();
    return id;
  };

  const early = await placeWithout('order.confirmed');
  await move(2_001);
  expect(await ada.order(early)).toMatchObject({
    status: 'CONFIRMED',
    shipment: { status: 'CREATED' },
  });

  const packing = await placeWithout();
  await move(1_000);
  expect(await ada.order(packing)).toMatchObject({ status: 'PROCESSING' });
  await move(1_001);
  expect(await ada.order(packing)).toMatchObject({ status: 'SHIPPED' });

  // The question that was lost is asked once more.
  world.advance(20_000);
  await world.runJob('orders.sweep');
  await world.deliver();
  expect(await ada.order(early)).toMatchObject({ status: 'PROCESSING' });
  await move(2_001);
  expect(await ada.order(early)).toMatchObject({
    status: 'SHIPPED',
    shipment: { status: 'IN_TRANSIT' },
  });
});
