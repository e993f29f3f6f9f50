import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLSchema } from 'graphql';
import type { Redis } from 'ioredis';
import type { Bus } from '../bus/bus.ts';
import { subgraphSettings } from '../config/platform-settings.ts';
import { readSettings } from '../config/settings.ts';
import { connectDatabase, databaseUrl } from '../database/connect.ts';
import { migrate } from '../database/migrate.ts';
import { createStore } from '../database/store.ts';
import type { ReadinessChecks } from '../http/health.ts';
import { DateTime } from '../graphql/scalars.ts';
import { startJobs } from '../jobs/jobs.ts';
import type { Live } from '../live/live.ts';
import { createDeadLetterKeeper } from '../messaging/dead-letter-keeper.ts';
import { runEventConsumer, type EventConsumer } from '../messaging/event-consumer.ts';
import { createMessageDesk } from '../messaging/message-desk.ts';
import { watchConsumerLag, watchOutbox } from '../messaging/messaging-metrics.ts';
import { createOutboxRelay } from '../messaging/outbox-relay.ts';
import { hasEvents } from '../messaging/outbox.ts';
import { createRelayCaller, hearRelayCalls } from '../messaging/relay-calls.ts';
import { messagingJobs } from '../messaging/upkeep.ts';
import { createLifecycle } from '../process/lifecycle.ts';
import type { Log } from '../telemetry/log.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { traceSubgraph } from '../telemetry/trace-subgraph.ts';
import type { Tracing } from '../telemetry/tracing.ts';
import type { SubgraphConnection } from './connection.ts';
import type { SubgraphBehaviour, SubgraphDefinition, SubgraphParts } from './definition.ts';
import { createSubgraphExecutor } from './executor.ts';
import type { GraphClient } from './graph-client.ts';
import { readSubgraphSchema } from './read-schema.ts';

const MESSAGING_MIGRATIONS = new URL('../messaging/migrations/', import.meta.url);

/** What the process shares with its subgraphs. */
export interface SubgraphResources {
  env: Readonly<Record<string, string | undefined>>;
  redis: Redis;
  bus: Bus;
  live: Live;
  graph: GraphClient;
  log: Log;
  metrics: Metrics;
  tracing?: Tracing | undefined;
  now: () => Date;
  newId: () => string;
  /** Everything when nothing else is said. */
  work?: Work | undefined;
  /** Hears of each new session of a database, by the id of its process on the server. */
  onDatabaseSession?: ((pid: number) => void) | undefined;
}

/**
 * What of a subgraph runs here. In the background are the relay of its outbox, its consumers and its jobs: apart
 * from requests they keep nobody waiting who asks.
 */
export type Work = 'everything' | 'requests' | 'background';

export interface RunningSubgraph {
  connection: SubgraphConnection;
  checks: ReadinessChecks;
  /** Begins to take events and to run jobs, where that is work of this process; until then it answers queries only. */
  startBackgroundWork: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Connects, migrates and builds a subgraph. */
export async function startSubgraph(
  definition: SubgraphDefinition,
  resources: SubgraphResources,
): Promise<RunningSubgraph> {
  const { env, bus, live, metrics, tracing, work = 'everything' } = resources;
  const { name, directory } = definition;
  const log = resources.log.child({ subgraph: name });
  const settings = readSettings({ ...subgraphSettings, ...definition.settings }, env);
  const lifecycle = createLifecycle(log);

  const { db, pool } = connectDatabase<never>({
    url: databaseUrl(settings.DATABASE_URL, `${settings.DATABASE_PREFIX}${name}`),
    poolSize: settings.DATABASE_POOL,
    statementTimeoutMs: settings.DATABASE_STATEMENT_TIMEOUT_MS,
    applicationName: `plaza-${name}`,
    log,
    onSession: resources.onDatabaseSession,
  });
  lifecycle.onStop('database', () => db.destroy());
  const ran = await migrate(db, [MESSAGING_MIGRATIONS, new URL('data/migrations/', directory)]);
  if (ran.length > 0) log.info({ migrations: ran }, 'migrated');

  const relay = createOutboxRelay({ db, bus, log });
  const caller = createRelayCaller(live, name);
  lifecycle.onStop('calls of the relay', async () => caller.stop());
  const wakeRelay = () => (work === 'requests' ? caller.call() : relay.wake());
  const store = createStore(db, (tx) => {
    if (hasEvents(tx)) wakeRelay();
  });
  // Filled when it is known what the subgraph consumes; at most one a group.
  const groups = new Map<string, { lag: () => Promise<Record<string, number>> }>();
  const parts: SubgraphParts<never, typeof definition.settings> = {
    ...resources,
    answersRequests: work !== 'background',
    async lagOf(group) {
      const lags = (await groups.get(group)?.lag()) ?? {};
      return Object.values(lags).reduce((sum, lag) => sum + lag, 0);
    },
    outboxPending: () => relay.pending(),
    log,
    settings,
    store,
  };
  const behaviour = await definition.create(parts as never);
  const consumers = consumersOf(behaviour);
  for (const { group, topics } of consumers) {
    groups.set(group, { lag: () => bus.lag(group, topics) });
  }
  const desk = createMessageDesk({
    subgraph: name,
    store,
    groups,
    outboxPending: () => relay.pending(),
    log,
    now: resources.now,
  });
  const executor = createSubgraphExecutor({
    name,
    schema: buildSchema(definition, behaviour.resolvers, desk),
    createContext: behaviour.createContext,
    log,
  });
  const connection = tracing === undefined ? executor : traceSubgraph(executor);
  lifecycle.onStop('subgraph', () => behaviour.stop?.());
  await behaviour.start?.();

  return {
    connection,
    checks: { [`${name} database`]: () => pool.query('select 1') },
    stop: () => lifecycle.stop(),

    async startBackgroundWork() {
      if (work === 'requests') return;
      relay.start();
      const calls = new AbortController();
      await hearRelayCalls(live, name, relay, calls.signal);
      lifecycle.onStop('calls from elsewhere', async () => calls.abort());
      lifecycle.onStop('outbox relay', () => relay.stop());
      watchOutbox(metrics, name, relay);
      await startConsumers();
      const ownJobs = [...messagingJobs(db, resources.now), ...(behaviour.jobs ?? [])];
      const jobs = await startJobs({ jobs: ownJobs, db, pool, log });
      lifecycle.onStop('jobs', () => jobs.stop());
    },
  };

  /** Its own, and the one that keeps what these could not handle. */
  function consumersOf({ consumers: own = [] }: SubgraphBehaviour): readonly EventConsumer[] {
    if (own.length === 0) return [];
    const { newId } = resources;
    const names = own.map(({ group }) => group);
    return [...own, createDeadLetterKeeper({ subgraph: name, groups: names, store, log, newId })];
  }

  async function startConsumers(): Promise<void> {
    await Promise.all(
      consumers.map(async (consumer) => {
        const consumption = await runEventConsumer(bus, consumer, { log, metrics, tracing });
        watchConsumerLag(metrics, consumer.group, consumption);
        lifecycle.onStop(`consumer ${consumer.group}`, () => consumption.stop());
      }),
    );
  }
}

/** What a subgraph resolves itself, and the desk that all have. */
function buildSchema(
  { name, directory }: SubgraphDefinition,
  own: object,
  desk: Readonly<Record<string, object>>,
): GraphQLSchema {
  const typeDefs = readSubgraphSchema(name, new URL('schema.graphql', directory));
  const resolvers: Record<string, object> = { DateTime, ...own };
  for (const [type, fields] of Object.entries(desk)) {
    resolvers[type] = { ...resolvers[type], ...fields };
  }
  return buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
}
