import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { createMetrics } from '#platform/telemetry/metrics.ts';
import { silentLog } from '#platform/telemetry/log.ts';
import type { Bus, ConsumeOptions, Envelope } from '../bus/bus.ts';
import { createRedisStreamsBus } from '../bus/redis-streams.bus.ts';
import { events, numberOf, range, until } from '../bus/testing/events.ts';
import { testRedis, type TestRedis } from '../testing/redis.ts';
import { deadLetterTopic, toRedrivenMessage, type DeadLetter } from './dead-letters.ts';
import { runEventConsumer, type EventConsumer } from './event-consumer.ts';

const options = { log: silentLog, maxAttempts: 3, backoff: { firstMs: 5, maxMs: 20 } };

let server: TestRedis;
let bus: Bus;
let topic: string;

beforeAll(async () => void (server = await testRedis()));
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(() => {
  topic = `things-${randomUUID()}`;
  bus = createRedisStreamsBus({ redis: () => new Redis(server.url), backoff: options.backoff });
});
afterEach(() => bus.close());

/** Waits for so many dead letters of the group that is called like the topic. */
async function readLetters(count: number): Promise<DeadLetter[]> {
  const letters: DeadLetter[] = [];
  await bus.consume({
    group: 'reader',
    topics: [deadLetterTopic(topic)],
    batchSize: 10,
    handle: (batch) =>
      Promise.resolve(
        void letters.push(...batch.map(({ envelope }) => envelope.data as DeadLetter)),
      ),
  });
  await until(() => letters.length === count);
  return letters;
}

/** Handles all but the poisoned events. */
function createHandler(poison: ReadonlySet<number>) {
  const handled: number[] = [];
  const attempts: number[] = [];
  return {
    handled,
    attempts,
    handle: (batch: readonly Envelope[]): Promise<void> => {
      const bad = batch.map(numberOf).find((n) => poison.has(n));
      if (bad !== undefined) {
        attempts.push(bad);
        return Promise.reject(new Error(`cannot take ${bad}`));
      }
      handled.push(...batch.map(numberOf));
      return Promise.resolve();
    },
  };
}

/** Takes the events of all partitions, or of those of a lane, in one call. */
const gathering = (lanes: number, handle: EventConsumer['handle']): EventConsumer => ({
  group: topic,
  topics: [topic],
  acrossPartitions: true,
  lanes,
  handle,
});

test('isolates a poisoned event, keeps it as a dead letter, and goes on', async () => {
  const { handled, attempts, handle } = createHandler(new Set([4]));
  const metrics = createMetrics();
  await bus.publish(events(topic, 10));
  const consumer = { group: topic, topics: [topic], handle };
  const consumption = await runEventConsumer(bus, consumer, { ...options, metrics });

  await until(async () => (await consumption.lag())[topic] === 0);
  expect(handled).toEqual(range(10).filter((n) => n !== 4));
  // Once with its batch, and then three times alone.
  expect(attempts).toEqual([4, 4, 4, 4]);
  const letters = await readLetters(1);
  expect(letters).toMatchObject([
    { topic, error: 'cannot take 4', attempts: 3, envelope: { key: 'k0', data: { n: 4 } } },
  ]);
  const counted = await metrics.getSingleMetricAsString('events_total');
  expect(counted).toContain(`events_total{group="${topic}",topic="${topic}",outcome="dead"} 1`);
});

test('an event that is published again for one group is skipped by the others', async () => {
  const mine = createHandler(new Set());
  const others = createHandler(new Set());
  await runEventConsumer(bus, { group: 'mine', topics: [topic], handle: mine.handle }, options);
  const another = { group: 'others', topics: [topic], handle: others.handle };
  const consumption = await runEventConsumer(bus, another, options);
  const [again, plain] = events(topic, 2);
  if (!again || !plain) throw new Error('two events are needed');

  await bus.publish([toRedrivenMessage({ group: 'mine', topic, envelope: again.envelope }), plain]);

  await until(() => mine.handled.length === 2);
  await until(async () => (await consumption.lag())[topic] === 0);
  expect(others.handled).toEqual([1]);
});

test('never gives up an event because a store is away', async () => {
  const seen: number[] = [];
  let refusals = 0;
  const consumer = {
    group: topic,
    topics: [topic],
    handle(batch: readonly Envelope[]) {
      refusals += 1;
      if (refusals <= 5) {
        return Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));
      }
      seen.push(...batch.map(numberOf));
      return Promise.resolve();
    },
  };
  await bus.publish(events(topic, 3));
  const metrics = createMetrics();
  await runEventConsumer(bus, consumer, { ...options, maxAttempts: 2, metrics });

  await until(() => seen.length === 3, 10_000);
  expect(seen).toEqual([0, 1, 2]);
  const counted = await metrics.getSingleMetricAsString('events_total');
  expect(counted).not.toContain('outcome="dead"');
}, 15_000);

test('stops at once while it waits for a store, and leaves the events to others', async () => {
  const failing = Promise.withResolvers<void>();
  const away = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
  const consumer = {
    group: topic,
    topics: [topic],
    handle() {
      failing.resolve();
      return Promise.reject(away);
    },
  };
  await bus.publish(events(topic, 3));
  const first = await runEventConsumer(bus, consumer, options);
  await failing.promise;
  await first.stop();

  const { handled, handle } = createHandler(new Set());
  await runEventConsumer(bus, { group: topic, topics: [topic], handle }, options);
  await until(() => handled.length === 3);
  expect(handled).toEqual([0, 1, 2]);
});

test.each([1, 2])(
  'a poisoned event holds up no other partition whose events come in the same call (%i lanes)',
  async (lanes) => {
    const { handled, handle } = createHandler(new Set([4]));
    const consumer = gathering(lanes, handle);
    await bus.publish(events(topic, 60, { keys: 20 }));
    const consumption = await runEventConsumer(bus, consumer, options);

    await until(async () => (await consumption.lag())[topic] === 0);
    expect(handled.toSorted((a, b) => a - b)).toEqual(range(60).filter((n) => n !== 4));
    expect(await readLetters(1)).toMatchObject([{ error: 'cannot take 4', attempts: 3 }]);
  },
);

test('two lanes have a call under way each, of other events, and there is no third', async () => {
  const calls: { batch: readonly Envelope[]; end: () => void }[] = [];
  let isHeld = true;
  const consumer = gathering(2, async (batch) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    calls.push({ batch, end: resolve });
    if (isHeld) await promise;
  });
  await bus.publish(events(topic, 60, { keys: 20 }));
  const consumption = await runEventConsumer(bus, consumer, options);

  await until(() => calls.length === 2);
  // More of the same comes, and waits for its lane.
  await bus.publish(events(topic, 60, { keys: 20 }));
  await delay(200);
  const [one, other] = calls.map(({ batch }) => new Set(batch.map(({ key }) => key)));
  expect(calls).toHaveLength(2);
  expect(one?.isDisjointFrom(other ?? new Set())).toBe(true);

  isHeld = false;
  for (const { end } of calls) end();
  await until(async () => (await consumption.lag())[topic] === 0);
  const handled = calls.flatMap(({ batch }) => batch.map(numberOf));
  expect(handled.toSorted((a, b) => a - b)).toEqual(range(120).map((n) => Math.floor(n / 2)));
});

test('lanes share the partitions that there are, whichever they are', async () => {
  let handle: ConsumeOptions['handle'] | undefined;
  const consumes = {
    ...bus,
    consume(consumed: ConsumeOptions) {
      handle = consumed.handle;
      return bus.consume(consumed);
    },
  };
  const calls: number[][] = [];
  const held = Promise.withResolvers<void>();
  const consumer = gathering(2, async (batch) => {
    calls.push(batch.map(numberOf));
    await held.promise;
  });
  await runEventConsumer(consumes, consumer, options);

  const deliver = async (partition: number) => {
    const [message] = events(topic, partition + 1).slice(partition);
    if (message === undefined) throw new Error('no event');
    await handle?.([{ topic, partition, position: '1', envelope: message.envelope }]);
  };
  const handling = [0, 2, 4, 6].map(deliver);
  await until(() => calls.length === 2);

  expect(new Set(calls.map(String))).toEqual(new Set(['0,4', '2,6']));
  held.resolve();
  await Promise.all(handling);
});

test.each([1, 2])(
  'a store that is away lets the events of all partitions wait, and each is handled once (%i lanes)',
  async (lanes) => {
    const { handled, handle } = createHandler(new Set());
    let refusals = 0;
    const consumer = gathering(lanes, (batch) => {
      refusals += 1;
      return refusals <= 3
        ? Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }))
        : handle(batch);
    });
    await bus.publish(events(topic, 40, { keys: 20 }));
    const consumption = await runEventConsumer(bus, consumer, { ...options, maxAttempts: 2 });

    await until(async () => (await consumption.lag())[topic] === 0, 10_000);
    expect(handled.toSorted((a, b) => a - b)).toEqual(range(40));
  },
);

test('a consumer whose handler waits without a limit is told to stop, and stops', async () => {
  const begun = Promise.withResolvers<void>();
  const given = Promise.withResolvers<void>();
  const consumption = await runEventConsumer(
    bus,
    {
      group: topic,
      topics: [topic],
      handle: () => {
        begun.resolve();
        return given.promise;
      },
      stopping: () => given.resolve(),
    },
    options,
  );
  await bus.publish(events(topic, 3));
  await begun.promise;

  await consumption.stop();

  expect(await bus.lag(topic, [topic])).toEqual({ [topic]: 0 });
});
