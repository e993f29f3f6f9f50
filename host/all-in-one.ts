import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSettings, SettingsError } from '../platform/config/settings.ts';
import { createLifecycle } from '../platform/process/lifecycle.ts';
import { createLog } from '../platform/telemetry/log.ts';
import { banner } from './banner.ts';
import { composeIfStale } from './compose-if-stale.ts';
import { startPlaza } from './plaza.ts';
import { assertPortFree } from './ports.ts';
import { allStarted } from './all-started.ts';
import { developmentRates } from './development-rates.ts';
import { endWithServers } from './end-with-servers.ts';
import { ensureDatabases } from './postgres/ensure-databases.ts';
import { startPostgres } from './postgres.ts';
import { productSettings } from './product-settings.ts';
import { startRedis } from './redis.ts';
import { loadOrCreateSecrets } from './secrets.ts';
import { stateDirOf } from './state-layout.mjs';
import { openState } from './state.ts';
import { subgraphs } from './subgraphs.ts';
import { buildWebIfStale } from './web-build.ts';

// Everything on one machine in one process, but for PostgreSQL and Redis: what `npm start` runs.
const startedAt = performance.now();
const root = fileURLToPath(new URL('..', import.meta.url));
const settings = readSettingsOrExit();
const log = createLog({
  level: settings.LOG_LEVEL,
  name: 'plaza',
  isPretty: process.stdout.isTTY,
});
const lifecycle = createLifecycle(log);
const ending = endWithServers(lifecycle);

process.on('uncaughtException', (error) => {
  log.fatal({ err: error }, 'uncaught exception');
  void ending.end(1);
});

try {
  await start();
} catch (error) {
  if (!lifecycle.isStopping()) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}\n`);
    log.debug({ err: error }, 'could not start');
  }
  await ending.end(1);
}

async function start(): Promise<void> {
  process.chdir(root);
  const state = await openState(stateDirOf(process.env));
  ending.owns(state);
  if (settings.GATEWAY_PORT !== 0) await assertPortFree(settings.GATEWAY_PORT, 'GATEWAY_PORT');

  const [secrets, databaseUrl, redisUrl] = await allStarted([
    loadOrCreateSecrets(state.secrets),
    settings.DATABASE_URL ?? localPostgres(),
    settings.REDIS_URL ?? localRedis(),
    composeIfStale(
      root,
      subgraphs.map(({ name }) => name),
      join(state.dir, 'composed-from'),
    ),
    settings.PLAZA_BUILD_WEB ? buildWeb() : undefined,
  ]);
  const prefix = settings.DATABASE_PREFIX;
  await ensureDatabases(
    databaseUrl,
    subgraphs.map(({ name }) => `${prefix}${name}`),
  );

  const mediaDir = process.env['MEDIA_DIR'] ?? join(state.dir, 'media');
  const isDemo = settings.PLAZA_SEED === 'demo';
  const port = await startPlaza({
    env: {
      ...developmentRates(process.env),
      AUTH_PRIVATE_KEY: secrets.accessTokenPrivateKey,
      AUTH_PUBLIC_KEY: secrets.accessTokenPublicKey,
      ...process.env,
      INTERNAL_SECRET: settings.INTERNAL_SECRET ?? secrets.internalSecret,
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      MEDIA_DIR: mediaDir,
    },
    log,
    lifecycle,
    isPretty: process.stdout.isTTY,
    ownsDatabase: settings.DATABASE_URL === undefined || settings.PLAZA_OWNS_DATABASE,
    onCrash(error) {
      log.fatal({ err: error }, 'the background thread has ended');
      void ending.end(1);
    },
    beforeOpening: async () => {
      if (isDemo) await seedIfEmpty({ databaseUrl, prefix, mediaDir });
    },
  });
  const url = `http://127.0.0.1:${port}`;
  console.log(banner(url, { isDemo, seconds: (performance.now() - startedAt) / 1000 }));
  process.send?.({ ready: url });

  async function localPostgres(): Promise<string> {
    const postgres = await startPostgres({
      dataDir: state.postgres,
      port: settings.POSTGRES_PORT,
      durable: true,
      log: console,
    });
    lifecycle.onStop('PostgreSQL', () => postgres.stop());
    return postgres.url;
  }

  async function localRedis(): Promise<string> {
    const redis = await startRedis({
      dataDir: state.redis,
      port: settings.REDIS_PORT,
      durable: true,
      log: console,
    });
    lifecycle.onStop('Redis', () => redis.stop());
    return redis.url;
  }
}

function readSettingsOrExit() {
  try {
    return readSettings(productSettings(process.env), process.env);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    console.error(`\n${error.message}\n`);
    return process.exit(1);
  }
}

/** The generators are loaded only where they may be needed. */
async function seedIfEmpty(where: {
  databaseUrl: string;
  prefix: string;
  mediaDir: string;
}): Promise<void> {
  const { isSeeded, seedDemo } = await import('../seeds/seed-demo.ts');
  if (await isSeeded(where)) return;
  const { createShopBar } = await import('../seeds/progress-bar.ts');
  const bar = createShopBar(process.stdout.isTTY, (line) => console.log(line));
  try {
    await seedDemo({ ...where, onProgress: (progress) => bar.show(progress) });
  } finally {
    bar.stop();
  }
}

async function buildWeb(): Promise<void> {
  const timer = setTimeout(() => console.log('Building the web…'), 500);
  await buildWebIfStale(root).finally(() => clearTimeout(timer));
}
