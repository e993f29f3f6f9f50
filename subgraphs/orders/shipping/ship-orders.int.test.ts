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
