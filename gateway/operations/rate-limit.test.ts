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
