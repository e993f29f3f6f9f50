import { hostname } from 'node:os';
import { connectRedis } from '../redis/connect.ts';
import type { Log } from '../telemetry/log.ts';
import type { Bus } from './bus.ts';
import { prefixBus } from './prefix-bus.ts';

export interface BusSettings {
  KAFKA_BROKERS: readonly string[];
  KAFKA_REPLICATION_FACTOR: number;
  KAFKA_MEMBERS_FILE?: string | undefined;
  BUS_PARTITIONS: number;
  BUS_PREFIX: string;
  REDIS_URL: string;
}

/** Kafka when brokers are set, else Redis Streams. Only the adapter in use is loaded. */
export async function connectBus(settings: BusSettings, log: Log): Promise<Bus> {
  return prefixBus(await connectAdapter(settings, log), settings.BUS_PREFIX);
}

async function connectAdapter(settings: BusSettings, log: Log): Promise<Bus> {
  const { KAFKA_BROKERS: brokers, BUS_PARTITIONS: partitions } = settings;
  if (brokers.length === 0) {
    const { createRedisStreamsBus } = await import('./redis-streams.bus.ts');
    const connect = () => connectRedis({ url: settings.REDIS_URL, log, isBlocking: true });
    return createRedisStreamsBus({ redis: connect, partitions, log });
  }
  const { createKafkaBus } = await import('./kafka.bus.ts');
  return createKafkaBus({
    brokers,
    partitions,
    clientId: `plaza-${hostname()}`,
    replicationFactor: settings.KAFKA_REPLICATION_FACTOR,
    membersFile: settings.KAFKA_MEMBERS_FILE,
    log,
  });
}
