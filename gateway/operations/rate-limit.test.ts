import { Redis } from 'ioredis';
import { silentLog } from '../../platform/telemetry/log.ts';
import { createMetrics } from '../../platform/telemetry/metrics.ts';
import { createRateLimit } from './rate-limit.ts';

function away(): Redis {
  const redis = new Redis({ port: 1, lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => undefined);
  return redis;
}

test('while Redis is away each gateway counts for itself, and says so', async () => {
  const redis = away();
  const metrics = createMetrics();
  const limit = createRateLimit({ redis, log: silentLog, metrics });

  expect(await limit.take('a', 1, 2)).toBe(0);
  expect(await limit.take('a', 1, 2)).toBe(0);
  expect(await limit.take('a', 1, 2)).toBeGreaterThan(0);
  expect(await limit.take('b', 1, 2)).toBe(0);

  expect(await metrics.metrics()).toContain('gateway_rate_limit_local_total 4');
  redis.disconnect();
});

test('who has used up a minute is refused without another count', async () => {
  const redis = away();
  const metrics = createMetrics();
  const limit = createRateLimit({ redis, log: silentLog, metrics });
  for (let times = 0; times < 50; times += 1) await limit.take('a', 1, 2);

  expect(await metrics.metrics()).toContain('gateway_rate_limit_local_total 3');
  redis.disconnect();
});

test('what was refused is known without asking, for as many points or more, until there is room', async () => {
  let ms = 0;
  const limit = createRateLimit({
    redis: undefined,
    log: silentLog,
    metrics: createMetrics(),
    now: () => ms,
  });
  await limit.take('a', 2, 4);
  expect(limit.waitOf('a', 4)).toBe(0);
  await limit.take('a', 3, 4);

  expect([2, 3, 4].map((points) => limit.waitOf('a', points))).toEqual([0, 65, 65]);
  expect(limit.waitOf('b', 4)).toBe(0);
  ms = 65_000;
  expect(limit.waitOf('a', 4)).toBe(0);
});
