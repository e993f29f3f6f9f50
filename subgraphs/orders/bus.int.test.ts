import { Redis } from 'ioredis';
import { v7 as newId } from 'uuid';
import { createRedisStreamsBus } from '#platform/bus/redis-streams.bus.ts';
import { createLive } from '#platform/live/live.ts';
import { startSubgraph, type Work } from '#platform/subgraph/start-subgraph.ts';
import { silentLog } from '#platform/telemetry/log.ts';
import { createMetrics } from '#platform/telemetry/metrics.ts';
import { INVENTORY_EVENTS } from '#schema/events/inventory-events.ts';
import { ORDER_EVENTS } from '#schema/events/order-events.ts';
import { ordersSubgraph } from './subgraph.ts';
import { customer } from './testing/customer.ts';
import { createFakeInventory } from './testing/fake-inventory.ts';
import { orderWorld } from './testing/order-world.ts';

const now = () => new Date();

/** The whole subgraph as processes run it, on a real bus, with an inventory that answers on it. */
async function running(isApart: boolean) {
  const world = await orderWorld();
  const { host, port, db } = world.redis.options;
  const connect = () =>
    new Redis({ host: host ?? '', port: port ?? 0, db: db ?? 0, maxRetriesPerRequest: null });
  const bus = createRedisStreamsBus({ redis: connect, partitions: 2 });
  const subscriber = connect();
  const live = createLive({ publisher: world.redis, subscriber, log: silentLog });
  const metrics = createMetrics();

  const inventory = createFakeInventory(now);
  const consumption = await bus.consume({
    group: 'inventory',
    topics: [ORDER_EVENTS],
    batchSize: 10,
    async handle(batch) {
      const answers = batch.flatMap(({ envelope }) => inventory.answer(envelope));
      await bus.publish(answers.map((envelope) => ({ topic: INVENTORY_EVENTS, envelope })));
    },
  });
  const resources = {
    env: {
      DATABASE_URL: world.database.url,
      SHIP_PACK_MS: '0',
      SHIP_TRANSIT_MS: '0',
      PAYMENT_LATENCY_MS: '10',
    },
    redis: world.redis,
    bus,
    live,
    graph: world.parts.graph,
    log: silentLog,
    metrics,
    now,
    newId: () => newId(),
  };
  const start = async (work: Work) => {
    const started = await startSubgraph(ordersSubgraph, { ...resources, work });
    await started.startBackgroundWork();
    return started;
  };
  const orders = await start(isApart ? 'requests' : 'everything');
  const background = isApart ? await start('background') : undefined;

  return {
    world: { ...world, subgraph: orders.connection, inventory },
    inventory,
    metrics,
    async [Symbol.asyncDispose]() {
      await background?.stop();
      await orders.stop();
      await consumption.stop();
      await bus.close();
      await live.close();
      await world[Symbol.asyncDispose]();
    },
  };
}

test.each([
  ['one process', false],
  ['a process for requests and one for the rest', true],
])(
  'orders reach their ends over the bus, by their own jobs, in %s',
  async (_name, isApart) => {
    await using system = await running(isApart);
    const { world, inventory, metrics } = system;
    const mug = world.addProduct();
    inventory.stock.set(mug, 3);
    const people = Array.from({ length: 6 }, () => customer(world));

    const ids = await Promise.all(
      people.map((person, index) =>
        person.placeOrder({ productId: mug, token: index === 0 ? 'tok_declined' : 'tok_visa' }),
      ),
    );
    const ends = await Promise.all(
      people.map((person, index) => lastStatus(person.viewer, ids[index] ?? '')),
    );

    const delivered = ends.filter((status) => status === 'DELIVERED').length;
    expect(ends.filter((status) => status === 'CANCELLED')).toHaveLength(6 - delivered);
    expect(delivered).toBeGreaterThanOrEqual(2);
    expect(inventory.stock.get(mug)).toBe(3 - delivered);
    expect(await metrics.metrics()).toContain(
      `orders_total{status="DELIVERED",type="shop"} ${delivered}`,
    );

    /** Follows an order to its end. */
    async function lastStatus(viewer: (typeof people)[number]['viewer'], id: string) {
      const stop = new AbortController();
      const updates = await world.subgraph.subscribe({
        query: `subscription { orderUpdated(id: "${id}") { status } }`,
        viewer,
        requestId: newId(),
        signal: stop.signal,
      });
      if (!(Symbol.asyncIterator in updates)) throw new Error(JSON.stringify(updates.errors));
      for await (const { data } of updates) {
        const { status } = (data as { orderUpdated: { status: string } }).orderUpdated;
        if (status !== 'DELIVERED' && status !== 'CANCELLED') continue;
        stop.abort();
        return status;
      }
      throw new Error('the updates ended before the order did');
    }
  },
  20_000,
);
