import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { BackoffOptions } from './backoff.ts';
import { writtenMessage, type Bus, type Consumption } from './bus.ts';
import { silentLog } from '#platform/telemetry/log.ts';
import type { Log } from '#platform/telemetry/log.ts';
import { EPOCH_KEY } from './redis-streams/keys.ts';
import { createPublisher } from './redis-streams/publisher.ts';
import { createReadTopic } from './redis-streams/read-topic.ts';
import type { ReadTopic } from './redis-streams/read-topic.ts';
import { countLag } from './redis-streams/scripts.ts';
import { createTopicConsumer } from './redis-streams/topic-consumer.ts';
import { createWakeUps } from './redis-streams/wake-ups.ts';
import type { WakeUps } from './redis-streams/wake-ups.ts';

export interface RedisStreamsBusOptions {
  /** A new connection: the bus opens one for commands and, when it consumes, one that listens. */
  redis: () => Redis;
  /** How far a topic can be spread over members of a group. Changing it breaks the order per key once. */
  partitions?: number;
  /** About how many events a partition keeps, handled or not. The oldest are lost beyond that. */
  maxLength?: number;
  /** How long a dead member keeps its partitions. */
  leaseMs?: number;
  /** How long an idle partition trusts that it is told about new events. */
  idleMs?: number;
  /** Between two tries of a failing `handle`, and while Redis is away. */
  backoff?: BackoffOptions;
  log?: Log;
}

const defaults = {
  partitions: 12,
  maxLength: 100_000,
  leaseMs: 3_000,
  idleMs: 5_000,
  backoff: { firstMs: 50, maxMs: 5_000 },
  log: silentLog,
};

/**
 * The event bus on Redis Streams. A topic is a number of streams; members of a group lease them, and read each
 * of them alone and in order.
 *
 * Events are as durable as Redis is. What it loses is noticed by `epoch` and published again by the outbox.
 */
export function createRedisStreamsBus(options: RedisStreamsBusOptions): Bus {
  const settings = { ...defaults, ...options };
  const { partitions } = settings;
  const redis = connect();
  const publisher = createPublisher({ ...settings, redis });
  const consumptions = new Set<Consumption>();
  // Bounded by the number of topics there are in the system.
  const reads = new Map<string, ReadTopic>();
  let listener: { redis: Redis; wakeUps: WakeUps } | undefined;

  function connect(): Redis {
    const connection = settings.redis();
    // Who made the connection logs its outages; a loop that needs it just tries again.
    connection.on('error', () => undefined);
    return connection;
  }

  function readsOf(topic: string): ReadTopic {
    const readTopic = reads.get(topic) ?? createReadTopic(redis);
    reads.set(topic, readTopic);
    return readTopic;
  }

  function listen(): WakeUps {
    if (!listener) {
      const connection = connect();
      listener = { redis: connection, wakeUps: createWakeUps(connection) };
    }
    return listener.wakeUps;
  }

  async function lag(group: string, topics: readonly string[]): Promise<Record<string, number>> {
    const lags = [...new Set(topics)].map(async (topic) => {
      return [topic, await countLag(redis, { topic, group, partitions })] as const;
    });
    return Object.fromEntries(await Promise.all(lags));
  }

  return {
    async epoch() {
      const answers = await redis
        .pipeline()
        .set(EPOCH_KEY, randomUUID(), 'NX')
        .get(EPOCH_KEY)
        .info('server')
        .exec();
      const [, [keyError, key] = [], [infoError, info] = []] = answers ?? [];
      if (keyError ?? infoError) throw keyError ?? infoError;
      // A restart may lose the last second even when the key survives; a replica that takes over is another run.
      const run = /^run_id:(\w+)/m.exec(String(info))?.[1];
      return `${String(key)}:${run ?? ''}`;
    },

    async publish(messages) {
      const byTopic = Map.groupBy(messages, ({ topic }) => topic);
      for (const [topic, own] of byTopic) await publisher.publish(topic, own.map(writtenMessage));
    },

    consume({ group, topics, batchSize, handle }) {
      const wakeUps = listen();
      const consumers = [...new Set(topics)].map((topic) => {
        const member = { topic, group, memberId: randomUUID() };
        const consumer = createTopicConsumer({
          ...settings,
          redis,
          readTopic: readsOf(topic),
          member,
          batchSize,
          handle,
        });
        wakeUps.add(topic, consumer);
        return { topic, consumer };
      });
      const consumption: Consumption = {
        lag: () => lag(group, topics),
        async stop() {
          consumptions.delete(consumption);
          await Promise.all(
            consumers.map(async ({ topic, consumer }) => {
              wakeUps.remove(topic, consumer);
              await consumer.stop();
            }),
          );
        },
      };
      consumptions.add(consumption);
      return Promise.resolve(consumption);
    },

    lag,

    async ping() {
      await redis.ping();
    },

    async close() {
      await Promise.all([...consumptions].map((consumption) => consumption.stop()));
      listener?.redis.disconnect();
      redis.disconnect();
    },
  };
}
