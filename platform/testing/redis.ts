import type { Redis } from 'ioredis';
import { GroupingRedis } from '../redis/grouping-redis.ts';

export interface TestRedis extends AsyncDisposable {
  redis: Redis;
  url: string;
}

/** An empty Redis database for one test file at a time. Fails at once when no server answers. */
export async function testRedis(): Promise<TestRedis> {
  const server = process.env['TEST_REDIS_URL'];
  if (server === undefined) {
    throw new Error('TEST_REDIS_URL is not set: run through `node host/with-services.ts -- …`');
  }

  const url = `${server}/${process.env['JEST_WORKER_ID'] ?? 1}`;
  // As the product connects, so that commands travel as they do there.
  const redis = new GroupingRedis(url, { lazyConnect: true, retryStrategy: () => null });
  await redis.connect();
  await redis.flushdb();
  return { redis, url, [Symbol.asyncDispose]: async () => redis.disconnect() };
}
