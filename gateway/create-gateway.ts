import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { SettingsOf } from '../platform/config/settings.ts';
import { createHealthEndpoints, type ReadinessChecks } from '../platform/http/health.ts';
import type { TokenVerifier } from '../platform/identity/access-token.ts';
import type { Connections } from '../platform/subgraph/connections.ts';
import { createGraphClient } from '../platform/subgraph/graph-client.ts';
import { GRAPHQL_PATH } from '../platform/subgraph/http-protocol.ts';
import type { Log } from '../platform/telemetry/log.ts';
import { gauge, type Metrics } from '../platform/telemetry/metrics.ts';
import { createAuthenticate, knowsPartnerKeys } from './access/authenticate.ts';
import { createApolloGateway, type GatewayContext } from './execution/apollo-gateway.ts';
import { createPrepareOperation } from './execution/prepare-operation.ts';
import { createStockExecutor } from './execution/stock-executor.ts';
import { allowOrigins } from './http/cors.ts';
import { createExplorer } from './http/explorer.ts';
import { createForwardHeaders } from './http/forwarded-headers.ts';
import { createGraphQLHandler } from './http/graphql-handler.ts';
import { createMaskError } from './http/mask-errors.ts';
import { createStaticFiles } from './http/static-files.ts';
import { createAutomaticOperations } from './operations/automatic-operations.ts';
import { loadPersistedOperations } from './operations/persisted-operations.ts';
import { requestMetrics } from './operations/request-metrics.ts';
import type { gatewaySettings } from './settings.ts';
import { createSocketServer } from './subscriptions/socket-server.ts';
import { createSubscribe } from './subscriptions/subscribe.ts';
import { createGraphSwitch, type GraphSwitch } from './supergraph/graph-switch.ts';
import { createOperationUses } from './supergraph/operation-uses.ts';
import type { ServedGraph } from './supergraph/served-graph.ts';
import { buildSupergraph, type Supergraph } from './supergraph/supergraph.ts';
import { warmOperations } from './supergraph/warm-operations.ts';

export interface GatewayOptions {
  settings: SettingsOf<typeof gatewaySettings> & { PLAZA_ENV: string; DRAIN_MS: number };
  connections: Connections;
  /** The supergraph to begin with; without it, the one in SUPERGRAPH_FILE. */
  supergraph?: Supergraph;
  /** Without one, every viewer is anonymous. */
  verifyToken: TokenVerifier | undefined;
  checks: ReadinessChecks;
  log: Log;
  metrics: Metrics;
  newId: () => string;
  isDraining: () => boolean;
}

export interface Gateway {
  /** Not listening yet. */
  server: Server;
  /** Ends sockets and operations under way; the server is closed by whoever let it listen. */
  stop: () => Promise<void>;
  /** Serves another supergraph. Rejects when it cannot be served: the old one goes on. */
  swap: (supergraph: Supergraph) => Promise<void>;
  onSwap: GraphSwitch['onSwap'];
}

/** The public endpoint: GraphQL over HTTP and WebSocket, the explorer, the web and its pictures. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { settings, connections, log, metrics, newId } = options;
  const connect = connections.get;
  const persisted = loadPersistedOperations(settings.PERSISTED_OPERATIONS_FILE);
  const executor = createStockExecutor({ connect, log });
  const subscribe = createSubscribe({ executor, connect });
  const maskError = createMaskError(log);
  const graph = createGraphClient({ service: 'gateway', connect, newId });
  const authenticate = createAuthenticate({
    verify: options.verifyToken,
    graph,
    hasPartnerKeys: () => knowsPartnerKeys(graphs.current().supergraph.fullSchema),
  });
  const maxTokens = settings.GATEWAY_MAX_TOKENS;

  const uses = createOperationUses();
  const apolloOptions = {
    introspection: settings.PLAZA_ENV !== 'production',
    includeStacktraceInErrorResponses: false,
    formatError: maskError,
    parseOptions: { maxTokens },
    logger: log,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginLandingPageDisabled(), requestMetrics(metrics, persisted)],
    cache: createAutomaticOperations(),
  };
  const graphs = await createGraphSwitch({
    supergraph:
      options.supergraph ?? buildSupergraph(readFileSync(settings.SUPERGRAPH_FILE, 'utf8')),
    serve,
    drainMs: settings.DRAIN_MS,
    log,
  });

  async function serve(supergraph: Supergraph): Promise<ServedGraph> {
    const prepare = createPrepareOperation(supergraph);
    const apollo = new ApolloServer<GatewayContext>({
      ...apolloOptions,
      gateway: createApolloGateway(supergraph, prepare, executor, uses),
    });
    await apollo.start();
    await warmOperations(apollo, uses);
    return { supergraph, prepare, apollo };
  }

  const answerGraphQL = createGraphQLHandler({
    onGraph: graphs.run,
    authenticate,
    persisted,
    maxBodyBytes: settings.GATEWAY_MAX_BODY_BYTES,
    forwardHeaders: createForwardHeaders(settings.GATEWAY_FORWARD_HEADERS),
    newId,
  });
  const answerHealth = createHealthEndpoints(options);
  const serveExplorer = createExplorer(settings.WEB_DIR);
  const serveFiles = createStaticFiles({
    webDir: settings.WEB_DIR,
    mediaDir: settings.MEDIA_DIR,
  });

  const server = createServer((request, response) => {
    answer().catch((error: unknown) => {
      log.error({ err: error }, 'request failed');
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });

    async function answer(): Promise<void> {
      response.setHeader('x-content-type-options', 'nosniff');
      if (allowOrigins(settings.GATEWAY_CORS_ORIGINS, request, response)) return;
      const [path] = (request.url ?? '').split('?', 1);
      if (path === GRAPHQL_PATH) return answerGraphQL(request, response);
      if (await answerHealth(request, response)) return;
      if (settings.EXPLORER && (await serveExplorer(request, response))) return;
      serveFiles(request, response);
    }
  });

  const sockets = createSocketServer({
    server,
    graph: graphs.current,
    executor,
    subscribe,
    authenticate,
    persisted,
    maskError,
    newId,
    maxSockets: settings.GATEWAY_MAX_SOCKETS,
    maxTokens,
  });
  gauge(metrics, {
    name: 'gateway_sockets',
    help: 'open WebSocket connections',
    collect() {
      this.set(sockets.count());
    },
  });

  return {
    server,
    async stop() {
      await sockets.close();
      await graphs.stop();
    },
    swap: graphs.swap,
    onSwap: graphs.onSwap,
  };
}
