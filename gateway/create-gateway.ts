import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { Redis } from 'ioredis';
import type { SettingsOf } from '../platform/config/settings.ts';
import { createHealthEndpoints, type ReadinessChecks } from '../platform/http/health.ts';
import { metricsAccessOf, type MetricsSettings } from '../platform/http/metrics-endpoint.ts';
import type { TokenVerifier } from '../platform/identity/access-token.ts';
import type { Connections } from '../platform/subgraph/connections.ts';
import { createUploadTickets } from '../platform/storage/upload-ticket.ts';
import { createGraphClient } from '../platform/subgraph/graph-client.ts';
import { GRAPHQL_PATH } from '../platform/subgraph/http-protocol.ts';
import type { Log } from '../platform/telemetry/log.ts';
import { gauge, type Metrics } from '../platform/telemetry/metrics.ts';
import type { Tracing } from '../platform/telemetry/tracing.ts';
import { createAuthenticate, knowsPartnerKeys, knowsRegistry } from './access/authenticate.ts';
import { loadPolicies } from './access/policies.ts';
import { createCompiledExecutor } from './execution/compiled/compiled-executor.ts';
import { createExecutionMeasures } from './execution/measure-execution.ts';
import { gatherReads } from './execution/gather-reads.ts';
import { limitRequests } from './execution/limit-requests.ts';
import { createPrepareOperation } from './execution/prepare-operation.ts';
import { shareReads } from './execution/share-reads.ts';
import { allowOrigins } from './http/cors.ts';
import { createExplorer } from './http/explorer.ts';
import { createForwardHeaders } from './http/forwarded-headers.ts';
import { createGraphQLHandler } from './http/graphql-handler.ts';
import { createMaskError } from './http/mask-errors.ts';
import { createAdmitPipelined } from './http/pipelined.ts';
import { createReceiveUpload } from './http/receive-upload.ts';
import { createSecurityHeaders } from './http/security-headers.ts';
import { createStaticFiles } from './http/static-files.ts';
import { addressOf } from './operations/caller.ts';
import { createOperations } from './operations/create-operations.ts';
import { loadPersistedOperations } from './operations/persisted-operations.ts';
import { createRegisteredOperations } from './operations/registered-operations.ts';
import { createRunOperation } from './operations/run-operation.ts';
import { createWatchedRun } from './operations/watched-run.ts';
import type { gatewaySettings } from './settings.ts';
import { createAdmitOperation } from './subscriptions/admit-operation.ts';
import { createLiveOperations } from './subscriptions/create-live-operations.ts';
import { createTurns } from '../platform/resilience/turns.ts';
import { checkKnownScalars } from './supergraph/check-scalars.ts';
import { createGraphSwitch, type GraphSwitch } from './supergraph/graph-switch.ts';
import { createOperationUses } from './supergraph/operation-uses.ts';
import { prepareRegistered } from './supergraph/prepare-registered.ts';
import type { ServedGraph } from './supergraph/served-graph.ts';
import { loadSupergraph, type Supergraph } from './supergraph/supergraph.ts';
import { warmOperations } from './supergraph/warm-operations.ts';

export interface GatewayOptions {
  settings: SettingsOf<typeof gatewaySettings> & MetricsSettings & { DRAIN_MS: number };
  connections: Connections;
  /** The supergraph to begin with; without it, the one in SUPERGRAPH_FILE. */
  supergraph?: Supergraph;
  /** Without one, every viewer is anonymous. */
  verifyToken: TokenVerifier | undefined;
  /** Signs tickets of uploads; without it none is taken. */
  uploadSecret?: string | undefined;
  /** Shares rates between gateways, which tell of their sockets there; without it each counts for itself. */
  redis?: Redis;
  checks: ReadinessChecks;
  log: Log;
  metrics: Metrics;
  /** Absent where nothing is traced. */
  tracing?: Tracing | undefined;
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

/**
 * Requests that complete events, at the same time. When something happens to 10,000 viewers at once, more than that
 * would fill the connections to a subgraph until its requests, of others too, time out.
 */
const MAX_EVENT_REQUESTS = 64;

/** A client that sends slower than this keeps a connection from others. */
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 30_000 };

/** The public endpoint: GraphQL over HTTP and WebSocket, the explorer, the web and its pictures. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { settings, connections, log, metrics, newId, tracing } = options;
  const connect = connections.get;
  const persisted = loadPersistedOperations(settings.PERSISTED_OPERATIONS_FILE);
  const measures = createExecutionMeasures(metrics);
  const { onRepresentations, onCompiled, onPlanned } = measures;
  const measured = measures.measured(connect);
  const eventTurns = createTurns(MAX_EVENT_REQUESTS);
  const executor = createCompiledExecutor({
    connect: measured,
    connectForReads: settings.GATEWAY_SHARE_READS
      ? shareReads(measured, measures.onShared)
      : measured,
    connectForEvents: limitRequests(measured, eventTurns),
    connectForPublic: gatherReads(measured, eventTurns),
    log,
    onRepresentations,
    onCompiled,
  });
  const maskError = createMaskError(log, metrics);
  const graph = createGraphClient({ service: 'gateway', connect, newId });
  const authenticate = createAuthenticate({
    verify: options.verifyToken,
    graph,
    hasPartnerKeys: () => knowsPartnerKeys(graphs.current().supergraph.fullSchema),
  });

  const evaluatePolicy = await loadPolicies(settings.GATEWAY_POLICY_MODULE);
  const uses = createOperationUses();
  const registered = createRegisteredOperations({
    file: persisted,
    graph,
    hasRegistry: () => knowsRegistry(graphs.current().supergraph.fullSchema),
    log,
  });
  const operations = createOperations({
    settings,
    registered,
    redis: options.redis,
    log,
    metrics,
  });
  const brokenOperations = gauge(metrics, {
    name: 'gateway_broken_operations',
    help: 'registered operations that the supergraph, as it was when it was taken, cannot run',
  });
  const run = createWatchedRun(
    createRunOperation({
      executor,
      metrics,
      onRun: ({ source, operation, conditions }, { viewer }) =>
        uses.record({ source, operationName: operation.name?.value, conditions, viewer }),
    }),
  );
  const graphs = await createGraphSwitch({
    supergraph: options.supergraph ?? (await loadFirst()),
    serve,
    drainMs: settings.DRAIN_MS,
    log,
  });

  async function loadFirst(): Promise<Supergraph> {
    return loadSupergraph({
      sdl: readFileSync(settings.SUPERGRAPH_FILE, 'utf8'),
      planner: settings.GATEWAY_PLANNER,
      maxPlanMs: settings.GATEWAY_MAX_PLAN_MS,
      log,
    });
  }

  async function serve(supergraph: Supergraph): Promise<ServedGraph> {
    if (!settings.GATEWAY_STANDALONE) checkKnownScalars(supergraph.apiSchema);
    const prepare = createPrepareOperation(supergraph, {
      evaluate: evaluatePolicy,
      overrideLabels: settings.GATEWAY_OVERRIDE_LABELS,
      onPlan: operations.onPlan,
      onPlanned,
    });
    const documents = operations.documentsOf(supergraph);
    const warming = { documents, prepare, compile: executor.compile };
    const broken = await prepareRegistered({ supergraph, ...warming }, registered.texts(), log);
    await warmOperations(warming, uses);
    brokenOperations.set(broken);
    return { supergraph, prepare, documents, stop: () => Promise.resolve(supergraph.close()) };
  }

  await registered.refresh();
  registered.start();

  const forwardHeaders = createForwardHeaders(settings.GATEWAY_FORWARD_HEADERS);
  const answerGraphQL = createGraphQLHandler({
    onGraph: graphs.run,
    authenticate,
    input: operations.input,
    admit: operations.admit,
    run,
    maskError,
    maxBodyBytes: settings.GATEWAY_MAX_BODY_BYTES,
    maxBatch: settings.GATEWAY_MAX_BATCH,
    origins: settings.GATEWAY_CORS_ORIGINS,
    trustedProxies: settings.GATEWAY_TRUSTED_PROXIES,
    forwardHeaders,
    // Made for every request: these take a twentieth of the time of those that are in order.
    newId: randomUUID,
    tracing,
  });
  const answerHealth = createHealthEndpoints({
    ...options,
    metricsAccess: metricsAccessOf(settings, true),
  });
  const serveExplorer = createExplorer(settings.WEB_DIR);
  const receiveUpload = createReceiveUpload({
    mediaDir: settings.MEDIA_DIR,
    tickets:
      options.uploadSecret === undefined ? undefined : createUploadTickets(options.uploadSecret),
    now: () => new Date(),
  });
  const setSecurityHeaders = createSecurityHeaders({
    isSecure: settings.GATEWAY_SECURE,
    mediaOrigins: settings.GATEWAY_MEDIA_ORIGINS,
  });
  const serveFiles = createStaticFiles({
    webDir: settings.WEB_DIR,
    mediaDir: settings.MEDIA_DIR,
  });

  const admitPipelined = createAdmitPipelined();
  const server = createServer(TIMEOUTS, (request, response) => {
    if (!admitPipelined(request, response)) return;
    answer().catch((error: unknown) => {
      log.error({ err: error }, 'request failed');
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });

    async function answer(): Promise<void> {
      setSecurityHeaders(response);
      if (allowOrigins(settings.GATEWAY_CORS_ORIGINS, request, response)) return;
      const [path] = (request.url ?? '').split('?', 1);
      if (await live.answerStream(request, response)) return;
      if (path === GRAPHQL_PATH) return answerGraphQL(request, response);
      if (await answerHealth(request, response)) return;
      if (await receiveUpload(request, response)) return;
      if (settings.EXPLORER && (await serveExplorer(request, response))) return;
      serveFiles(request, response);
    }
  });

  const live = createLiveOperations({
    server,
    settings,
    graphs,
    executor,
    connect,
    authenticate,
    input: operations.input,
    maskError,
    log,
    metrics,
    // Made for every event, too.
    newId: randomUUID,
    admit: createAdmitOperation({ graphs, ...operations, run, tracing }),
    tracing,
    redis: options.redis,
    peerOf(request) {
      const headers = forwardHeaders(request);
      const address = addressOf(request, settings.GATEWAY_TRUSTED_PROXIES);
      return { address, ...(headers !== undefined && { headers }) };
    },
  });

  return {
    server,
    async stop() {
      registered.stop();
      await live.close();
      await graphs.stop();
    },
    swap: graphs.swap,
    onSwap: graphs.onSwap,
  };
}
