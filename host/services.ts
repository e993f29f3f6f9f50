import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createServiceFolder, sweepAbandonedServices } from './abandoned-services.ts';
import type { Log } from './log.ts';
import { findFreePort } from '../platform/process/free-port.ts';
import { removePostgres } from './postgres/postmaster.mjs';
import { startPostgres } from './postgres.ts';
import { startRedis } from './redis.ts';

/** Where the tests find their servers; the names of the environment variables. */
export type ServiceAddresses = Partial<
  Record<'TEST_DATABASE_URL' | 'TEST_REDIS_URL' | 'TEST_KAFKA_BROKERS', string>
>;

export interface TemporaryServices {
  /** Of the servers that were started here. */
  addresses: ServiceAddresses;
  stop: () => Promise<void>;
}

interface Service {
  address: string;
  stop: () => Promise<void>;
}

/**
 * Starts what tests need, on free ports and in a folder that `stop` removes. Addresses that are
 * `given` already are taken as they are, so that nested use costs nothing.
 */
export async function startTemporaryServices(options: {
  kafka: boolean;
  given: ServiceAddresses;
  log: Log;
}): Promise<TemporaryServices> {
  const { given, log } = options;
  await sweepAbandonedServices(log);
  const dir = await createServiceFolder();

  const wanted = {
    TEST_DATABASE_URL: () => temporaryPostgres(join(dir, 'postgres'), log),
    TEST_REDIS_URL: () => temporaryRedis(join(dir, 'redis'), log),
    ...(options.kafka ? { TEST_KAFKA_BROKERS: () => temporaryKafka(join(dir, 'kafka')) } : {}),
  };
  const missing = Object.entries(wanted).filter(([name]) => !given[name as keyof ServiceAddresses]);
  const started = await Promise.allSettled(missing.map(([, start]) => start()));

  const services = started.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const stop = async () => {
    const stopped = await Promise.allSettled(services.map((each) => each.stop()));
    await rm(dir, { recursive: true, force: true });
    throwFirst(stopped);
  };
  try {
    throwFirst(started);
  } catch (error) {
    await stop();
    throw error;
  }
  const addresses = missing.map(([name], index) => [name, services[index]?.address]);
  return { addresses: Object.fromEntries(addresses) as ServiceAddresses, stop };
}

async function temporaryPostgres(dataDir: string, log: Log): Promise<Service> {
  const port = await findFreePort();
  const { url, stop } = await startPostgres({ dataDir, port, durable: false, log });
  const stopAndRemove = async () => {
    await stop();
    await removePostgres(dataDir);
  };
  return { address: url, stop: stopAndRemove };
}

async function temporaryRedis(dataDir: string, log: Log): Promise<Service> {
  const port = await findFreePort();
  const { url, stop } = await startRedis({ dataDir, port, durable: false, log });
  return { address: url, stop };
}

async function temporaryKafka(dataDir: string): Promise<Service> {
  const { startKafka } = await import('./kafka.ts');
  const { brokers, stop } = await startKafka({ dataDir, port: await findFreePort() });
  return { address: brokers.join(','), stop };
}

function throwFirst(outcomes: readonly PromiseSettledResult<unknown>[]): void {
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
