import { platformSettings, subgraphSettings } from '../config/platform-settings.ts';
import { readSettings } from '../config/settings.ts';
import { listen } from '../http/listen.ts';
import { metricsAccessOf } from '../http/metrics-endpoint.ts';
import { createViewerSigner } from '../identity/viewer-signature.ts';
import { runProcess } from '../process/lifecycle.ts';
import { newId } from '../process/new-id.ts';
import { openTelemetry } from '../process/open-telemetry.ts';
import { createLog } from '../telemetry/log.ts';
import { connectShared } from './connect-shared.ts';
import { callOptionsOf } from './call-options.ts';
import type { SubgraphDefinition } from './definition.ts';
import { createGraphClient } from './graph-client.ts';
import { createHttpConnection } from './http-connection.ts';
import { createSubgraphServer } from './http-server.ts';
import { createConnections, subgraphUrl } from './connections.ts';
import { startSubgraph } from './start-subgraph.ts';

const now = () => new Date();

/** Runs one subgraph as a process of its own, until it is told to stop. */
export async function runSubgraph(definition: SubgraphDefinition): Promise<void> {
  const log = createLog({ level: process.env['LOG_LEVEL'] ?? 'info', name: definition.name });
  await runProcess(log, async (lifecycle) => {
    const { env } = process;
    const settings = readSettings({ ...platformSettings, ...subgraphSettings }, env);
    const signer = createViewerSigner(settings.INTERNAL_SECRET);
    const { metrics, tracing } = await openTelemetry(settings, {
      service: `plaza-${definition.name}`,
      log,
      lifecycle,
    });

    const { redis, live, bus } = await connectShared(settings, { log, lifecycle });

    const connections = createConnections((name) =>
      createHttpConnection({
        name,
        url: subgraphUrl(settings.SUBGRAPH_URLS, name),
        signer,
        ...callOptionsOf(settings),
      }),
    );
    lifecycle.onStop('connections', () => connections.close());
    const graph = createGraphClient({ service: definition.name, connect: connections.get, newId });

    const work = settings.SUBGRAPH_WORK;
    const resources = { env, redis, bus, live, graph, log, metrics, tracing, now, newId, work };
    let isWorking = false;
    const subgraph = await startSubgraph(definition, resources);
    lifecycle.onStop('subgraph', () => subgraph.stop());

    const { server, close } = createSubgraphServer({
      subgraph: subgraph.connection,
      signer,
      log,
      metrics,
      metricsAccess: metricsAccessOf(settings, false),
      tracing,
      checks: {
        ...subgraph.checks,
        redis: () => redis.ping(),
        bus: () => bus.ping(),
        'background work': () => (isWorking ? Promise.resolve() : Promise.reject(new Error())),
      },
      isDraining: lifecycle.isStopping,
    });
    const port = await listen(server, {
      host: settings.SUBGRAPH_HOST,
      port: settings.SUBGRAPH_PORT,
      setting: 'SUBGRAPH_PORT',
    });
    lifecycle.onStop('server', () => close(settings.DRAIN_MS));
    await subgraph.startBackgroundWork();
    isWorking = true;
    log.info({ port }, 'ready');
  });
}
