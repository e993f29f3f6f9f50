import { exportPKCS8, exportSPKI, generateKeyPair } from 'jose';
import { v7 as newId } from 'uuid';
import { createRedisStreamsBus } from '#platform/bus/redis-streams.bus.ts';
import { createTokenVerifier } from '#platform/identity/access-token.ts';
import { ANONYMOUS, type ServiceViewer, type Viewer } from '#platform/identity/viewer.ts';
import { createLive } from '#platform/live/live.ts';
import { startSubgraph } from '#platform/subgraph/start-subgraph.ts';
import { silentLog } from '#platform/telemetry/log.ts';
import { createMetrics } from '#platform/telemetry/metrics.ts';
import { testDatabase } from '#platform/testing/database.ts';
import { testRedis } from '#platform/testing/redis.ts';
import type { Tables } from '../data/tables.ts';
import { accountsSubgraph } from '../subgraph.ts';

const MIGRATIONS = new URL('../data/migrations/', import.meta.url);
const keys = await generateKeyPair('EdDSA', { extractable: true });
const AUTH_PRIVATE_KEY = await exportPKCS8(keys.privateKey);
const publicKey = await exportSPKI(keys.publicKey);

export const GATEWAY: ServiceViewer = { kind: 'service', name: 'gateway' };
export const PASSWORD = 'correct horse';

export const accountsDatabase = () => testDatabase<Tables>(MIGRATIONS);

/** The whole subgraph on a database of its own; its events stay in the outbox until `startBackgroundWork`. */
export async function testAccounts(settings: Readonly<Record<string, string>> = {}) {
  await using resources = new AsyncDisposableStack();
  const database = resources.use(await accountsDatabase());
  const { redis } = resources.use(await testRedis());
  const bus = createRedisStreamsBus({ redis: () => redis.duplicate({ lazyConnect: false }) });
  resources.defer(() => bus.close());
  const subscriber = redis.duplicate({ lazyConnect: false, retryStrategy: () => null });
  const live = createLive({ publisher: redis, subscriber, log: silentLog });
  resources.defer(() => live.close());
  const clock = { now: new Date('2026-03-01T12:00:00.000Z') };
  const verifyToken = createTokenVerifier(publicKey, () => clock.now.getTime());
  const metrics = createMetrics();

  const subgraph = await startSubgraph(accountsSubgraph, {
    env: {
      DATABASE_URL: database.url,
      INTERNAL_SECRET: 'x'.repeat(32),
      AUTH_PRIVATE_KEY,
      ARGON2_MEMORY_KIB: '64',
      ARGON2_ITERATIONS: '1',
      ...settings,
    },
    redis,
    live,
    bus,
    graph: { request: () => Promise.reject(new Error('accounts asks nobody')) },
    log: silentLog,
    metrics,
    now: () => clock.now,
    newId,
  });
  resources.defer(() => subgraph.stop());

  async function ask(
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
    viewer: Viewer = ANONYMOUS,
  ) {
    const request = { query, variables, viewer, requestId: 'test' };
    const { data, errors } = await subgraph.connection.execute(request);
    return { data: data as Record<string, never>, errors: errors ?? [] };
  }

  async function get<Answer>(...request: Parameters<typeof ask>): Promise<Answer> {
    const { data, errors } = await ask(...request);
    if (errors[0] !== undefined) throw errors[0];
    return JSON.parse(JSON.stringify(Object.values(data)[0])) as Answer;
  }

  const owned = resources.move();
  return {
    ...database,
    redis,
    live,
    clock,
    metrics,
    connection: subgraph.connection,
    startBackgroundWork: subgraph.startBackgroundWork,
    ask,
    get,
    register: (input: object = {}) =>
      get<SessionAnswer>(REGISTER, {
        input: { email: 'ada@example.com', password: PASSWORD, name: 'Ada', ...input },
      }),
    login: (input: object = {}) =>
      get<SessionAnswer>(LOGIN, {
        input: { email: 'ada@example.com', password: PASSWORD, ...input },
      }),
    refresh: (refreshToken: string) => get<SessionAnswer>(REFRESH, { input: { refreshToken } }),
    viewerOf: ({ accessToken }: SessionAnswer) => verifyToken(accessToken),
    wait: (seconds: number) => {
      clock.now = new Date(clock.now.getTime() + seconds * 1000);
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

export type TestAccounts = Awaited<ReturnType<typeof testAccounts>>;

export interface SessionAnswer {
  __typename: string;
  accessToken: string;
  expiresAt: string;
  refreshToken: string;
  user: { id: string; name: string; email: string | null; roles: string[] };
  message: string;
  retryAt: string;
}

const SESSION =
  '... on Session { accessToken expiresAt refreshToken user { id name email roles } }';
const REGISTER = `mutation ($input: RegisterInput!) { register(input: $input) {
  __typename ${SESSION} ... on EmailTaken { message } } }`;
const LOGIN = `mutation ($input: LoginInput!) { login(input: $input) {
  __typename ${SESSION} ... on InvalidCredentials { message } ... on TooManyAttempts { message retryAt } } }`;
const REFRESH = `mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) {
  __typename ${SESSION} ... on SessionEnded { message } } }`;
