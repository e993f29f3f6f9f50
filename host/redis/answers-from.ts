import { realpath } from 'node:fs/promises';
import { Redis } from 'ioredis';

const ANSWER_WITHIN_MS = 2000;

/** True once the server at this port has loaded its data and keeps it in `dataDir`. */
export async function answersFrom(dataDir: string, port: number): Promise<boolean> {
  const redis = new Redis({
    host: '127.0.0.1',
    port,
    lazyConnect: true,
    connectTimeout: ANSWER_WITHIN_MS,
    commandTimeout: ANSWER_WITHIN_MS,
    enableReadyCheck: false,
    retryStrategy: () => null,
  });
  // Why it failed does not matter here: the caller asks again, or shows the server's own log.
  redis.on('error', () => {});
  try {
    await redis.connect();
    await redis.ping();
    const [, dir] = await redis.config('GET', 'dir');
    return dir === (await realpath(dataDir));
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}
