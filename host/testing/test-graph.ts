import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { exportPKCS8, exportSPKI, generateKeyPair } from 'jose';
import { subgraphNames } from '../../deploy/subgraph-names.ts';
import { createServiceFolder } from '../abandoned-services.ts';
import { ensureDatabases } from '../postgres/ensure-databases.ts';
import { findFreePort } from '../../platform/process/free-port.ts';
import { startRedis } from '../redis.ts';
import { silent } from '../log.ts';
import { createTestClient, type TestClient } from './test-client.ts';
import { startPart, type Part } from './test-part.ts';

/**
 * The whole product for one test file, on its own databases and its own Redis: in one process, or each
 * part in a process of its own on Kafka, as the variable PLAZA_GRAPH_MODE says.
 */
export interface TestGraph extends AsyncDisposable {
  mode: 'in-process' | 'distributed';
  url: string;
  redisUrl: string;
  /** postgres://…/<database of this subgraph> */
  databaseUrl: (subgraph: string) => string;
  client: (accessToken?: string) => TestClient;
  /** SIGKILL to every process of the product at once; PostgreSQL, Redis and Kafka go on. */
  kill: () => Promise<void>;
  /** SIGKILL to one part, `gateway` or a subgraph, which is started again; in one process that is all of them. */
  killAndStart: (name: string) => Promise<void>;
  /** Starts again after `kill`. */
  start: () => Promise<void>;
}

const SUBGRAPHS = subgraphNames();

type Environment = Readonly<Record<string, string | undefined>>;

/** Settings that make time pass quickly; a test's own come on top. */
const FAST = {
  LOG_LEVEL: 'warn',
  ARGON2_MEMORY_KIB: '1024',
  ARGON2_ITERATIONS: '1',
  SHIP_PACK_MS: '200',
  SHIP_TRANSIT_MS: '200',
  PAYMENT_LATENCY_MS: '20',
  PLAZA_ENV: 'test',
  PLAZA_BUILD_WEB: 'false',
  // A suite asks faster than people do.
  GATEWAY_RATE_USER: '100000',
  GATEWAY_RATE_ADDRESS: '100000',
  GATEWAY_RATE_REGISTERED: '100000',
  CHECKOUT_RATE: '100000',
};

export async function startTestGraph(
  settings: Readonly<Record<string, string>> = {},
  {
    TEST_DATABASE_URL: server,
    TEST_KAFKA_BROKERS: brokers,
    ...environment
  }: Environment = process.env,
): Promise<TestGraph> {
  if (server === undefined) {
    throw new Error('TEST_DATABASE_URL is not set: run npm test -- graph');
  }
  const mode = environment['PLAZA_GRAPH_MODE'] === 'distributed' ? 'distributed' : 'in-process';
  const id = randomUUID().slice(0, 8);
  const prefix = `graph_${id}_`;
  await using resources = new AsyncDisposableStack();
  const dir = await createServiceFolder();
  resources.defer(() => rm(dir, { recursive: true, force: true }));
  const redis = await startRedis({
    dataDir: join(dir, 'redis'),
    port: await findFreePort(),
    durable: true,
    log: silent,
  });
  resources.defer(redis.stop);
  await ensureDatabases(
    server,
    SUBGRAPHS.map((name) => `${prefix}${name}`),
  );

  const env = {
    ...(await secrets()),
    ...FAST,
    DATABASE_URL: server,
    DATABASE_PREFIX: prefix,
    REDIS_URL: redis.url,
    BUS_PREFIX: `${id}.`,
    PLAZA_STATE_DIR: join(dir, 'state'),
    MEDIA_DIR: join(dir, 'media'),
    PLAZA_SEED: 'none',
    // Where there is no Kafka, the parts meet on Redis Streams.
    ...(mode === 'distributed' && brokers !== undefined && { KAFKA_BROKERS: brokers }),
    ...settings,
  };
  const ports = await freePorts(['gateway', ...SUBGRAPHS]);
  const url = `http://127.0.0.1:${ports.get('gateway')}`;
  let parts: Part[] = [];

  const start = async () => {
    parts = mode === 'distributed' ? startAll(env, ports) : [startAllInOne(env, ports)];
    await Promise.all(parts.map((part) => part.ready));
  };
  resources.defer(async () => {
    await Promise.all(parts.map((part) => part.stop()));
  });
  await start();

  const owned = resources.move();
  return {
    mode,
    url,
    redisUrl: redis.url,
    databaseUrl: (subgraph) => `${server}/${prefix}${subgraph}`,
    client: (accessToken) =>
      createTestClient({
        url,
        accessToken,
        logged: () => parts.map((part) => part.printed()).join('\n'),
      }),
    start,
    killAndStart: async (name) => {
      const index = mode === 'distributed' ? [...SUBGRAPHS, 'gateway'].indexOf(name) : 0;
      const part = parts[index];
      if (part === undefined) throw new Error(`there is no part ${name}`);
      await part.kill();
      const again = part.again();
      parts = parts.with(index, again);
      await again.ready;
    },
    kill: async () => {
      await Promise.all(parts.map((part) => part.kill()));
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

function startAllInOne(env: Record<string, string>, ports: ReadonlyMap<string, number>): Part {
  const port = String(ports.get('gateway'));
  return startPart(
    'host/all-in-one.ts',
    { ...env, GATEWAY_PORT: port },
    `http://127.0.0.1:${port}`,
  );
}

function startAll(env: Record<string, string>, ports: ReadonlyMap<string, number>): Part[] {
  const addressOf = (name: string) => `http://127.0.0.1:${ports.get(name)}`;
  const urls = SUBGRAPHS.map((name) => `${name}=${addressOf(name)}/graphql`).join();
  const shared = { ...env, SUBGRAPH_URLS: urls };
  const gateway = { ...shared, GATEWAY_PORT: String(ports.get('gateway')) };
  return [
    ...SUBGRAPHS.map((name) => {
      const settings = { ...shared, SUBGRAPH_PORT: String(ports.get(name)) };
      return startPart(`subgraphs/${name}/main.ts`, settings, addressOf(name));
    }),
    startPart('gateway/main.ts', gateway, addressOf('gateway')),
  ];
}

async function secrets(): Promise<Record<string, string>> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  return {
    AUTH_PRIVATE_KEY: await exportPKCS8(privateKey),
    AUTH_PUBLIC_KEY: await exportSPKI(publicKey),
    INTERNAL_SECRET: randomUUID() + randomUUID(),
  };
}

async function freePorts(names: readonly string[]): Promise<Map<string, number>> {
  const ports = new Map<string, number>();
  for (const name of names) ports.set(name, await findFreePort());
  return ports;
}
