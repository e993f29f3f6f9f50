import type { Envelope } from '#platform/bus/bus.ts';
import type { EventConsumer } from '#platform/messaging/event-consumer.ts';
import { createRandom } from '#platform/testing/random.ts';
import { INVENTORY_EVENTS } from '#schema/events/inventory-events.ts';
import { ORDER_EVENTS } from '#schema/events/order-events.ts';
import { customer } from '../testing/customer.ts';
import { orderWorld, takeOutbox, type OrderWorld } from '../testing/order-world.ts';

const TOKENS = ['tok_visa', 'tok_mastercard', 'tok_declined', 'tok_insufficient_funds'];
const ORDERS = 12;
const UNITS = 9;
/** Of a parcel that was there before its order was ready for it. */
const LONGEST_PAUSE_MS = 15_000;
const MAX_STEPS = 20_000;

/** Events of one topic on their way to one consumer: in order, and more than once. */
interface Lane {
  topic: string;
  receive: (event: Envelope) => Promise<void>;
  waiting: Envelope[];
}

function createLanes(world: OrderWorld): Lane[] {
  const consumers: readonly EventConsumer[] = world.behaviour.consumers ?? [];
  const lanes = consumers.flatMap((consumer) =>
    consumer.topics.map((topic): Lane => ({
      topic,
      receive: (event) => consumer.handle([event]),
      waiting: [],
    })),
  );
  const inventory: Lane = {
    topic: ORDER_EVENTS,
    waiting: [],
    receive: async (event) => {
      for (const answer of world.inventory.answer(event)) send(lanes, INVENTORY_EVENTS, answer);
    },
  };
  lanes.push(inventory);
  return lanes;
}

function send(lanes: readonly Lane[], topic: string, event: Envelope): void {
  for (const lane of lanes) if (lane.topic === topic) lane.waiting.push(event);
}

test.each([1, 2, 3, 4])(
  'orders end well whatever the topics’ order, with repeats and cancellations (seed %i)',
  async (seed) => {
    await using world = await orderWorld({ SHIP_PACK_MS: '0', SHIP_TRANSIT_MS: '0' });
    const random = createRandom(seed);
    const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)];
    const mug = world.addProduct({ units: UNITS });
    const people = Array.from({ length: ORDERS }, () => customer(world));
    const ids = await Promise.all(
      people.map((person, index) =>
        person.placeOrder({ productId: mug, token: TOKENS[index % TOKENS.length] ?? '' }),
      ),
    );
    const lanes = createLanes(world);

    for (let step = 0; step < MAX_STEPS; step++) {
      for (const { topic, envelope } of await takeOutbox(world.database)) {
        send(lanes, topic, envelope);
      }
      const lane = pick(lanes.filter(({ waiting }) => waiting.length > 0));
      const event = lane?.waiting[0];
      if (random() < 0.05) await world.runJob('orders.move-parcels');
      if (random() < 0.02) {
        const index = Math.floor(random() * ORDERS);
        await people[index]?.cancel(ids[index] ?? '');
      }
      if (lane === undefined || event === undefined) {
        world.advance(LONGEST_PAUSE_MS);
        await world.runJob('orders.move-parcels');
        const { db } = world.database;
        const due = db.selectFrom('outbox_waiting').select('id');
        if ((await due.execute()).length === 0) break;
        continue;
      }
      await lane.receive(event);
      if (random() < 0.8) lane.waiting.shift();
    }

    const orders = await Promise.all(people.map((person, index) => person.order(ids[index] ?? '')));
    const delivered = orders.filter(({ status }) => status === 'DELIVERED');
    const cancelled = orders.filter(({ status }) => status === 'CANCELLED');
    expect(delivered.length + cancelled.length).toBe(ORDERS);
    expect(world.inventory.stock.get(mug)).toBe(UNITS - delivered.length);
    expect(await keptCharges(world)).toEqual(delivered.map(({ id }) => id).toSorted());
  },
);

/** Orders whose money the provider has kept. */
async function keptCharges({ database }: OrderWorld): Promise<string[]> {
  const rows = await database.db
    .selectFrom('provider_charge')
    .select('idempotency_key as id')
    .where('outcome', '=', 'CHARGED')
    .where('refunded_at', 'is', null)
    .orderBy('idempotency_key')
    .execute();
  return rows.map(({ id }) => id);
}
