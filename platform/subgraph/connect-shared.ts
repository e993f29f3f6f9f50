import type { Redis } from 'ioredis';
import type { Bus } from '../bus/bus.ts';
import { connectBus, type BusSettings } from '../bus/connect-bus.ts';
import { createLive, type Live } from '../live/live.ts';
import type { Lifecycle } from '../process/lifecycle.ts';
import { connectRedis } from '../redis/connect.ts';
import type { Log } from '../telemetry/log.ts';

/** What all subgraphs of a process share: each has a database of its own. Closed when the process stops. */
export async function connectShared(
  settings: BusSettings,
  { log, lifecycle }: { log: Log; lifecycle: Lifecycle },
): Promise<{ redis: Redis; live: Live; bus: Bus }> {
  const redis = connectRedis({ url: settings.REDIS_URL, log });
  const subscriber = connectRedis({ url: settings.REDIS_URL, log, isBlocking: true });
  const live = createLive({ publisher: redis, subscriber, log });
  lifecycle.onStop('redis', async () => {
    await live.close();
    redis.disconnect();
  });
  const bus = await connectBus(settings, log);
  lifecycle.onStop('bus', () => bus.close());
  return { redis, live, bus };
}
