import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { developmentRates } from '../development-rates.ts';
import { createServiceFolder, sweepAbandonedServices } from '../abandoned-services.ts';
import { silent } from '../log.ts';
import { findFreePort } from '../../platform/process/free-port.ts';
import { ensureDatabases } from '../postgres/ensure-databases.ts';
import { removePostgres } from '../postgres/postmaster.mjs';
import { startPostgres } from '../postgres.ts';
import { startRedis } from '../redis.ts';
import { loadOrCreateSecrets } from '../secrets.ts';
import { stopServers } from '../stop-servers.mjs';
import { createParts, type Mode } from './parts.ts';
import {
  breakableKafka,
  breakablePostgres,
  breakableRedis,
  serverOf,
  type Breakable,
  type Servers,
} from './servers.ts';
import type { Site } from './site.ts';

/**
 * A Plaza of its own, on free ports and in a folder that goes with it: in one process on Redis Streams, or every part
 * in a process of its own on Kafka. Its rates are those of `npm start`, and its servers are as durable.
 */
export async function startSite(
  mode: Mode,
  settings: Readonly<Record<string, string>>,
): Promise<Site> {
  await sweepAbandonedServices(silent);
  const dir = await createServiceFolder();
  const data = { postgres: join(dir, 'postgres'), redis: join(dir, 'redis') };
  const cleanUps: (() => Promise<unknown>)[] = [
    () => rm(dir, { recursive: true, force: true }),
    () => removePostgres(data.postgres),
    () => stopServers(data),
  ];
  const dispose = async () => {
    for (const cleanUp of cleanUps.toReversed()) await cleanUp().catch(complain);
  };
  try {
    const [postgresPort, redisPort] = [await findFreePort(), await findFreePort()];
    const { url: databaseUrl } = await startPostgres({
      dataDir: data.postgres,
      port: postgresPort,
      durable: true,
      log: silent,
    });
    const { url: redisUrl } = await startRedis({
      dataDir: data.redis,
      port: redisPort,
      durable: true,
      log: silent,
    });
    const kafka = mode === 'distributed' ? await startBroker(dir, cleanUps) : undefined;
    const servers: Servers = {
      postgres: breakablePostgres({ dataDir: data.postgres, port: postgresPort }),
      redis: breakableRedis({ dataDir: data.redis, port: redisPort }),
      ...(kafka !== undefined && { kafka }),
    };
    const env = {
      ...(await environment(dir)),
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      ...(kafka !== undefined && { KAFKA_BROKERS: kafka.brokers }),
      ...settings,
    };
    const parts = await createParts(mode, env, dir);
    await ensureDatabases(
      databaseUrl,
      parts.subgraphs.map((name) => `${env.DATABASE_PREFIX}${name}`),
    );
    cleanUps.push(() => parts.stop());
    await parts.start();
    return {
      ready: {
        url: parts.url,
        metricsUrls: parts.metricsUrls,
        parts: parts.names,
        servers: kafka === undefined ? ['postgres', 'redis'] : ['postgres', 'redis', 'kafka'],
      },
      env,
      stopServer: (name, isKilled) => serverOf(servers, name).stop(isKilled),
      startServer: (name) => serverOf(servers, name).start(),
      killPart: (name) => parts.kill(name),
      startPart: (name) => parts.startOne(name),
      [Symbol.asyncDispose]: dispose,
    };
  } catch (error) {
    await dispose();
    throw error;
  }
}

async function startBroker(dir: string, cleanUps: (() => Promise<unknown>)[]) {
  const kafka = await breakableKafka({ dataDir: join(dir, 'kafka'), port: await findFreePort() });
  cleanUps.push(() => (kafka satisfies Breakable).stop(false));
  return kafka;
}

async function environment(dir: string) {
  const secrets = await loadOrCreateSecrets(join(dir, 'secrets'));
  return {
    ...developmentRates({}),
    LOG_LEVEL: 'error',
    AUTH_PRIVATE_KEY: secrets.accessTokenPrivateKey,
    AUTH_PUBLIC_KEY: secrets.accessTokenPublicKey,
    INTERNAL_SECRET: secrets.internalSecret,
    DATABASE_PREFIX: 'plaza_',
    PLAZA_STATE_DIR: join(dir, 'state'),
    MEDIA_DIR: join(dir, 'media'),
    PLAZA_SEED: 'none',
    PLAZA_BUILD_WEB: 'false',
  };
}

function complain(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
}
