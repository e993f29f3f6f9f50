import { createHash } from 'node:crypto';
import { Redis } from 'ioredis';
import { ANONYMOUS } from '../../platform/identity/viewer.ts';
import { silentLog } from '../../platform/telemetry/log.ts';
import { createMetrics } from '../../platform/telemetry/metrics.ts';
import { testRedis } from '../../platform/testing/redis.ts';
import { createFindOperation } from './find-operation.ts';
import { createRefusals } from './refusals.ts';
import { createSharedTexts } from './shared-texts.ts';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const caller = { viewer: ANONYMOUS, address: '10.0.0.1', requestId: 'r' };
const registered = { find: () => undefined, has: () => false, isForPartner: () => false };
const named = (text: string) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(text) } },
});

function gateway(redis: Redis, prefix: string, maxTexts = 100) {
  const shared = createSharedTexts({ redis, log: silentLog, prefix, maxTexts });
  const refusals = createRefusals(createMetrics(), silentLog);
  return createFindOperation({ registered, safelist: 'off', refusals, shared });
}

/** A gateway keeps what was sent to it a moment after it has answered. */
async function kept(redis: Redis, prefix: string, texts: number): Promise<void> {
  while ((await redis.zcard(`${prefix}gateway:{apq}:uses`)) < texts) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('what one gateway was told is known to the others, and found without Redis from then on', async () => {
  await using store = await testRedis();
  const prefix = crypto.randomUUID();
  const [one, other] = [gateway(store.redis, prefix), gateway(store.redis, prefix)];
  const text = '{ a }';
  await expect(other(named(text), caller)).rejects.toThrow('PersistedQueryNotFound');

  const told = await one({ query: text, ...named(text) }, caller);
  told.remember();
  await kept(store.redis, prefix, 1);
  expect((await other(named(text), caller)).source).toBe(text);

  await store.redis.del(`${prefix}gateway:{apq}:texts`);
  expect(other(named(text), caller)).toMatchObject({ source: text });
});

test('a text that is not the one of its hash is not run', async () => {
  await using store = await testRedis();
  const prefix = crypto.randomUUID();
  await store.redis.hset(`${prefix}gateway:{apq}:texts`, hashOf('{ a }'), '{ b }');
  await expect(gateway(store.redis, prefix)(named('{ a }'), caller)).rejects.toThrow(
    'PersistedQueryNotFound',
  );
});

test('a flood of texts pushes out those that were used least lately, and no more are kept', async () => {
  await using store = await testRedis();
  const prefix = crypto.randomUUID();
  let now = 1_000;
  const shared = createSharedTexts({
    redis: store.redis,
    log: silentLog,
    prefix,
    maxTexts: 10,
    now: () => (now += 1),
  });
  const texts = Array.from({ length: 30 }, (_, index) => `{ field${index} }`);
  for (const text of texts) shared.keep(hashOf(text), text);
  shared.keep(hashOf('long'), 'x'.repeat(10_001));
  await store.redis.ping();
  expect(await store.redis.hlen(`${prefix}gateway:{apq}:texts`)).toBe(10);
  expect(await shared.find(hashOf(texts[19] ?? ''))).toBeUndefined();
  expect(await shared.find(hashOf(texts[20] ?? ''))).toBe(texts[20]);
});

test('while Redis is away a text is merely not found', async () => {
  const redis = new Redis({ port: 1, lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => undefined);
  await expect(gateway(redis, '')(named('{ a }'), caller)).rejects.toThrow(
    'PersistedQueryNotFound',
  );
  redis.disconnect();
});
