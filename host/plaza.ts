import { v7 as newId } from 'uuid';
import { createGateway } from '../gateway/create-gateway.ts';
import { gatewaySettings } from '../gateway/settings.ts';
import { connectBus } from '../platform/bus/connect-bus.ts';
import { platformSettings } from '../platform/config/platform-settings.ts';
import { readSettings } from '../platform/config/settings.ts';
import { closeServer, listen } from '../platform/http/listen.ts';
import { openMetricsPort } from '../platform/http/metrics-endpoint.ts';
import { createTokenVerifier } from '../platform/identity/access-token.ts';
import { createLive } from '../platform/live/live.ts';
import type { Lifecycle } from '../platform/process/lifecycle.ts';
import { connectRedis } from '../platform/redis/connect.ts';
import { createConnections } from '../platform/subgraph/connections.ts';
import { createGraphClient } from '../platform/subgraph/graph-client.ts';
import { startSubgraph, type RunningSubgraph } from '../platform/subgraph/start-subgraph.ts';
import type { Log } from '../platform/telemetry/log.ts';
import { createMetrics } from '../platform/telemetry/metrics.ts';
import { createTracing } from '../platform/telemetry/tracing.ts';
import { subgraphs } from './subgraphs.ts';

export interface PlazaOptions {
  /** Every setting; the servers that it names are running. */
  env: Readonly<Record<string, string | undefined>>;
  log: Log;
  lifecycle: Lifecycle;
  /** Runs when the databases are migrated and nothing has arrived yet. */
  beforeOpening: () => Promise<void>;
}

const now = () => new Date();

/** The whole product in this process: the gateway, and the subgraphs without HTTP between them. Resolves to its port. */
export async function startPlaza(options: PlazaOptions): Promise<number> {
  const { env, log, lifecycle } = options;
  const settings = readSettings({ ...platformSettings, ...gatewaySettings }, env);
  const metrics = createMetrics();
  await openMetricsPort(settings, metrics, lifecycle);
  const tracing = await createTracing({
    exporterUrl: settings.TRACE_EXPORTER_URL,
    sampleRatio: settings.TRACE_SAMPLE_RATIO,
    service: 'plaza',
    log,
  });
  lifecycle.onStop('traces', () => tracing?.close());

  const redis = connectRedis({ url: settings.REDIS_URL, log });
  const subscriber = connectRedis({ url: settings.REDIS_URL, log, isBlocking: true });
  const live = createLive({ publisher: redis, subscriber, log });
  lifecycle.onStop('redis', async () => {
    await live.close();
    redis.disconnect();
  });
  const bus = await connectBus(settings, log);
  lifecycle.onStop('bus', () => bus.close());

  const running = new Map<string, RunningSubgraph>();
  const connections = createConnections((name) => {
    const subgraph = running.get(name);
    if (subgraph === undefined) throw new Error(`there is no subgraph ${name}`);
    return subgraph.connection;
  });
  await Promise.all(
    subgraphs.map(async (definition) => {
      const graph = createGraphClient({
        service: definition.name,
        connect: connections.get,
        newId,
      });
      const resources = { env, redis, bus, live, graph, log, metrics, tracing, now, newId };
      running.set(definition.name, await startSubgraph(definition, resources));
    }),
  );
  const all = Array.from(running.values());
  lifecycle.onStop('subgraphs', () => Promise.all(all.map((subgraph) => subgraph.stop())));
  await options.beforeOpening();

  const gateway = await createGateway({
    uploadSecret: settings.INTERNAL_SECRET,
    settings,
    connections,
    verifyToken: await createTokenVerifier(settings.AUTH_PUBLIC_KEY ?? ''),
    redis,
    checks: {
      redis: () => redis.ping(),
      bus: () => bus.ping(),
      ...Object.assign({}, ...all.map(({ checks }) => checks)),
    },
    log,
    metrics,
    tracing,
    newId,
    isDraining: lifecycle.isStopping,
  });
  const port = await listen(gateway.server, {
    host: settings.GATEWAY_HOST,
    port: settings.GATEWAY_PORT,
    setting: 'GATEWAY_PORT',
  });
  lifecycle.onStop('server', () => closeServer(gateway.server, settings.DRAIN_MS));
  lifecycle.onStop('gateway', () => gateway.stop());
  await Promise.all(all.map((subgraph) => subgraph.startBackgroundWork()));
  return port;
}
