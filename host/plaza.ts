import { v7 as newId } from 'uuid';
import { createGateway } from '../gateway/create-gateway.ts';
import { openGateway } from '../gateway/http/open-gateway.ts';
import { gatewaySettings } from '../gateway/settings.ts';
import { platformSettings } from '../platform/config/platform-settings.ts';
import { readSettings } from '../platform/config/settings.ts';
import { createTokenVerifier } from '../platform/identity/access-token.ts';
import type { Lifecycle } from '../platform/process/lifecycle.ts';
import { openTelemetry } from '../platform/process/open-telemetry.ts';
import { connectShared } from '../platform/subgraph/connect-shared.ts';
import { createConnections } from '../platform/subgraph/connections.ts';
import { createGraphClient } from '../platform/subgraph/graph-client.ts';
import { startSubgraph, type RunningSubgraph } from '../platform/subgraph/start-subgraph.ts';
import type { Log } from '../platform/telemetry/log.ts';
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
  const { metrics, tracing } = await openTelemetry(settings, { service: 'plaza', log, lifecycle });

  const { redis, live, bus } = await connectShared(settings, { log, lifecycle });

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
  const port = await openGateway(gateway, settings, lifecycle);
  await Promise.all(all.map((subgraph) => subgraph.startBackgroundWork()));
  return port;
}
