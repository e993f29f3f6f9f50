import { silentLog } from '../../platform/telemetry/log.ts';
import { createMetrics } from '../../platform/telemetry/metrics.ts';
import { testRedis } from '../../platform/testing/redis.ts';
import { createRateLimit } from './rate-limit.ts';

const uniqueKey = () => `user/${crypto.randomUUID()}`;

test('two gateways count together, under one key that ends by itself', async () => {
  await using store = await testRedis();
  const [one, other] = [1, 2].map(() =>
    createRateLimit({ redis: store.redis, log: silentLog, metrics: createMetrics() }),
  );
  const key = uniqueKey();

  expect(await one?.take(key, 2, 3)).toBe(0);
  expect(await other?.take(key, 1, 3)).toBe(0);
  const wait = await other?.take(key, 1, 3);
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(65);
  expect(await one?.take(key, 1, 3)).toBeGreaterThan(0);
  expect(await one?.take(uniqueKey(), 1, 3)).toBe(0);

  const ttl = await store.redis.ttl(`gateway:{${key}}:window`);
  expect(ttl).toBeGreaterThan(0);
  expect(ttl).toBeLessThanOrEqual(65);
});

test('what one gateway has counted another is told, and then knows without asking', async () => {
  await using store = await testRedis();
  const [one, other] = [1, 2].map(() =>
    createRateLimit({ redis: store.redis, log: silentLog, metrics: createMetrics() }),
  );
  const key = uniqueKey();
  for (let times = 0; times < 3; times += 1) await one?.take(key, 1, 3);

  expect(other?.waitOf(key, 1)).toBe(0);
  const wait = await other?.take(key, 1, 3);
  expect(wait).toBeGreaterThan(0);
  expect(other?.waitOf(key, 1)).toBeGreaterThan(0);
  expect(other?.waitOf(key, 1)).toBeLessThanOrEqual(wait ?? 0);
  expect(one?.waitOf(key, 1)).toBe(0);
});

test('who is far from the limit is counted together with what others have counted', async () => {
  await using store = await testRedis();
  const [one, other] = [1, 2].map(() =>
    createRateLimit({ redis: store.redis, log: silentLog, metrics: createMetrics() }),
  );
  const key = uniqueKey();
  let taken = 0;
  for (let call = 0; call < 200; call += 1) {
    const wait = await (call % 2 === 0 ? one : other)?.take(key, 1, 100);
    if (wait === 0) taken += 1;
  }

  expect(taken).toBeGreaterThanOrEqual(100);
  expect(taken).toBeLessThanOrEqual(120);
});
