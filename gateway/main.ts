import { newId } from '#platform/process/new-id.ts';
import { connectRedis } from '../platform/redis/connect.ts';
import { runProcess } from '../platform/process/lifecycle.ts';
import { openTelemetry } from '../platform/process/open-telemetry.ts';
import { subgraphUrl } from '../platform/subgraph/connections.ts';
import { callOptionsOf } from '../platform/subgraph/call-options.ts';
import { createHttpConnection } from '../platform/subgraph/http-connection.ts';
import { createLog } from '../platform/telemetry/log.ts';
import { createGateway } from './create-gateway.ts';
import { openGateway } from './http/open-gateway.ts';
import { USAGE, wantsHelp, withArguments } from './gateway-arguments.ts';
import { readGatewaySettings, tokenVerifierOf, viewerSignerOf } from './main-settings.ts';
import { followSupergraph } from './supergraph/follow-supergraph.ts';
import { createRemoteConnections } from './supergraph/remote-connections.ts';
import { createFileSource, createUrlSource } from './supergraph/supergraph-source.ts';
import { loadSupergraph, type Supergraph } from './supergraph/supergraph.ts';

// The gateway as a process of its own, its subgraphs over HTTP.
const args = process.argv.slice(2);
if (wantsHelp(args)) {
  console.log(USAGE);
  process.exit(0);
}
const log = createLog({ level: process.env['LOG_LEVEL'] ?? 'info', name: 'gateway' });

await runProcess(log, async (lifecycle) => {
  const settings = readGatewaySettings(withArguments(args, process.env));
  const { metrics, tracing } = await openTelemetry(settings, {
    service: 'plaza-gateway',
    log,
    lifecycle,
  });
  const signer = viewerSignerOf(settings);
  const connections = createRemoteConnections({
    connect: (name, url) => createHttpConnection({ name, url, signer, ...callOptionsOf(settings) }),
    drainMs: settings.DRAIN_MS,
    onCloseError: (error) => log.warn({ err: error }, 'a connection did not close cleanly'),
  });
  lifecycle.onStop('connections', () => connections.close());

  const source =
    settings.SUPERGRAPH_URL === undefined
      ? createFileSource(settings.SUPERGRAPH_FILE)
      : createUrlSource(settings.SUPERGRAPH_URL);
  const supergraph = await firstSupergraph();
  connections.route(urlsOf(supergraph));
  // Alone it has no other gateways to share rates with.
  const redis = settings.GATEWAY_STANDALONE
    ? undefined
    : connectRedis({ url: settings.REDIS_URL, log });
  lifecycle.onStop('redis', () => Promise.resolve(redis?.disconnect()));

  const gateway = await createGateway({
    uploadSecret: settings.INTERNAL_SECRET,
    settings,
    ...(redis !== undefined && { redis }),
    connections,
    supergraph,
    verifyToken: tokenVerifierOf(settings),
    checks: {},
    log,
    metrics,
    tracing,
    newId,
    isDraining: lifecycle.isStopping,
  });
  gateway.onSwap((now) => connections.route(urlsOf(now.supergraph)));
  const port = await openGateway(gateway, settings, lifecycle);

  const following = followSupergraph({
    source,
    serve: async (sdl) => gateway.swap(await load(sdl)),
    pollMs: settings.SUPERGRAPH_POLL_MS,
    log,
    metrics,
  });
  lifecycle.onStop('supergraph', () => following.stop());
  log.info({ port, supergraph: source.name }, 'ready');

  function load(sdl: string): Promise<Supergraph> {
    const { GATEWAY_PLANNER: planner, GATEWAY_MAX_PLAN_MS: maxPlanMs } = settings;
    return loadSupergraph({ sdl, planner, maxPlanMs, log });
  }

  async function firstSupergraph(): Promise<Supergraph> {
    try {
      return await load((await source.read()) ?? '');
    } catch (error) {
      throw new Error(`${source.name} is not a supergraph: ${(error as Error).message}`, {
        cause: error,
      });
    }
  }

  /** In the product the subgraphs are where its deployment puts them, whatever the file says. */
  function urlsOf({ subgraphUrls }: Supergraph): ReadonlyMap<string, string> {
    const { SUBGRAPH_URLS, GATEWAY_STANDALONE } = settings;
    return new Map(
      Array.from(subgraphUrls, ([name, url]) => [
        name,
        subgraphUrl(SUBGRAPH_URLS, name, GATEWAY_STANDALONE ? url : undefined),
      ]),
    );
  }
});
