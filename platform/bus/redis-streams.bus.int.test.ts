import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { describeBusContract } from './bus.contract.ts';
import type { Bus } from './bus.ts';
import { createRedisStreamsBus } from './redis-streams.bus.ts';
import { createRecorder, events, publishedByKey, range, until } from './testing/events.ts';
import { startRedisServer } from './testing/redis-server.ts';
import type { RedisServer } from './testing/redis-server.ts';

const LEASE_MS = 600;

let server: RedisServer;
beforeAll(async () => void (server = await startRedisServer()));
afterAll(() => server[Symbol.asyncDispose]());

const connect = () => new Redis(server.url, { retryStrategy: () => 50, maxRetriesPerRequest: 5 });
const create = () =>
  createRedisStreamsBus({
    redis: connect,
    leaseMs: LEASE_MS,
    backoff: { firstMs: 10, maxMs: 200 },
  });

async function flush(): Promise<void> {
  const redis = connect();
  await redis.flushall();
  redis.disconnect();
}

describeBusContract('Redis Streams', {
  create,
  victim: () => ['redis', server.url],
  takeoverMs: LEASE_MS,
});

describe('the event bus on a Redis that forgets', () => {
  let bus: Bus;
  let topic: string;

  beforeEach(() => {
    bus = create();
    topic = `things-${randomUUID()}`;
  });
  afterEach(() => bus.close());

  test('goes on after FLUSHALL, under another epoch', async () => {
    const recorder = createRecorder();
    await bus.consume({ group: 'a', topics: [topic], batchSize: 10, handle: recorder.handle });
    await bus.publish(events(topic, 50, { keys: 10 }));
    await until(() => recorder.numbers().size === 50);
    const before = await bus.epoch();

    await flush();
    const messages = events(topic, 50, { keys: 10, first: 50 });
    // Said once, so that lost events can be published again before these.
    await expect(bus.publish(messages)).rejects.toThrow(/has lost the events of topic/);
    await bus.publish(messages);

    await until(() => recorder.numbers().size === 100);
    expect(await bus.epoch()).not.toBe(before);
  });

  test('goes on after FLUSHALL in the middle of a batch', async () => {
    const gate = Promise.withResolvers<void>();
    const recorder = createRecorder();
    await bus.publish(events(topic, 10));
    await bus.consume({
      group: 'a',
      topics: [topic],
      batchSize: 10,
      async handle(batch) {
        await recorder.handle(batch);
        await gate.promise;
      },
    });
    await until(() => recorder.seen.length > 0);

    await flush();
    gate.resolve();
    await expect(bus.publish(events(topic, 1))).rejects.toThrow(/has lost the events of topic/);
    await bus.publish(events(topic, 30, { first: 10 }));

    await until(() => recorder.numbers().size === 40);
    expect(recorder.byKey()).toEqual({ k0: range(40) });
  });

  test('waits for a Redis that is away, and recovers by itself', async () => {
    const recorder = createRecorder();
    await bus.consume({ group: 'a', topics: [topic], batchSize: 10, handle: recorder.handle });
    await bus.publish(events(topic, 20, { keys: 5 }));
    await until(() => recorder.numbers().size === 20);
    const before = await bus.epoch();

    await server.kill();
    await expect(bus.publish(events(topic, 1))).rejects.toThrow(/retries|closed/i);
    await expect(bus.ping()).rejects.toThrow(/retries|closed/i);
    await server.start();

    const messages = events(topic, 20, { keys: 5, first: 20 });
    await until(() =>
      bus.publish(messages).then(
        () => true,
        () => false,
      ),
    );
    await until(() => range(20, 20).every((n) => recorder.numbers().has(n)));
    expect(await bus.epoch()).not.toBe(before);
    const after = recorder.byKey();
    for (const [key, numbers] of Object.entries(publishedByKey(messages))) {
      expect(after[key]?.slice(-numbers.length)).toEqual(numbers);
    }
  });

  test('keeps about as many events as it is told', async () => {
    await bus.close();
    bus = createRedisStreamsBus({ redis: connect, partitions: 1, maxLength: 100 });
    for (let i = 0; i < 10; i += 1) await bus.publish(events(topic, 100));

    const redis = connect();
    const length = await redis.xlen(`bus:{${topic}}:0`);
    redis.disconnect();
    // Redis trims whole nodes of 100 entries.
    expect(length).toBeLessThanOrEqual(200);
  });
});
