import { Redis } from 'ioredis';
import type { Log } from '../telemetry/log.ts';
import { GroupingRedis } from './grouping-redis.ts';

const MAX_RETRY_DELAY_MS = 2_000;
/** A command waits this long for a lost connection and then fails, so that its caller can answer. */
const COMMAND_TIMEOUT_MS = 5_000;

export interface RedisConnectOptions {
  url: string;
  log: Log;
  /** For blocking reads and subscriptions, which wait as long as they like. */
  isBlocking?: boolean;
}

/** Connects, and goes on trying when the connection is lost, with a bounded delay. */
export function connectRedis({ url, log, isBlocking = false }: RedisConnectOptions): Redis {
  const Connection = isBlocking ? Redis : GroupingRedis;
  const redis = new Connection(url, {
    retryStrategy: (attempt) => Math.min(attempt * 50, MAX_RETRY_DELAY_MS),
    maxRetriesPerRequest: isBlocking ? null : 5,
    ...(!isBlocking && { commandTimeout: COMMAND_TIMEOUT_MS }),
  });
  let isDown = false;
  redis.on('error', (error: Error) => {
    if (!isDown) log.warn({ error: error.message }, 'redis connection lost');
    isDown = true;
  });
  redis.on('ready', () => {
    if (isDown) log.info('redis connection restored');
    isDown = false;
  });
  return redis;
}
