import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { Redis } from 'ioredis';
import { GraphQLError, parse, validate, type DocumentNode } from 'graphql';
import { readSettings } from '../../../platform/config/settings.ts';
import { AppError } from '../../../platform/errors.ts';
import { closeServer, listen } from '../../../platform/http/listen.ts';
import { ANONYMOUS, type Viewer } from '../../../platform/identity/viewer.ts';
import type { SubgraphConnection } from '../../../platform/subgraph/connection.ts';
import { silentLog } from '../../../platform/telemetry/log.ts';
import { createMetrics, type Metrics } from '../../../platform/telemetry/metrics.ts';
import type { Authenticate } from '../../access/authenticate.ts';
import { createPrepareOperation } from '../../execution/prepare-operation.ts';
import { conditionVariables, decideConditions } from '../../supergraph/planner/conditions.ts';
import { createCompiledExecutor } from '../../execution/compiled/compiled-executor.ts';
import { createMaskError } from '../../http/mask-errors.ts';
import { createInputBudget } from '../../operations/input-budget.ts';
import { createRateLimit } from '../../operations/rate-limit.ts';
import { ratesOf } from '../../operations/rates.ts';
import { createRefusals } from '../../operations/refusals.ts';
import { gatewaySettings } from '../../settings.ts';
import type { ServedGraph } from '../../supergraph/served-graph.ts';
import { createLiveOperations } from '../create-live-operations.ts';
import type { AdmitOperation } from '../start-operation.ts';
import { createNewsGraph, type NewsGraph } from './news-graph.ts';

/** Sockets and event streams of a gateway, over a graph whose subgraphs the test plays. */
export interface LiveServer extends NewsGraph, AsyncDisposable {
  url: string;
  metrics: Metrics;
  /** Serves another supergraph. */
  swap: () => void;
  /** Stops as a gateway does. */
  stop: () => Promise<void>;
}

export interface LiveServerOptions {
  settings?: Readonly<Record<string, string>>;
  /** When the tokens of `user:<name>` expire, in seconds since 1970. */
  expiresAt?: () => number;
  /** In place of the subgraph that the test plays. */
  connections?: Readonly<Record<string, SubgraphConnection>>;
  /** Where it tells of its sockets, and how often. */
  tells?: { redis: Redis; everyMs: number };
}

const AN_HOUR_S = 3_600;

export async function startLiveServer(options: LiveServerOptions = {}): Promise<LiveServer> {
  const { expiresAt = () => Date.now() / 1000 + AN_HOUR_S } = options;
  const graph = createNewsGraph();
  const settings = readSettings(gatewaySettings, { ...options.settings });
  const connect = (name: string) => options.connections?.[name] ?? graph.connect(name);
  const executor = createCompiledExecutor({ connect, log: silentLog });
  const metrics = createMetrics();
  const input = createInputBudget({
    rateLimit: createRateLimit({ redis: undefined, log: silentLog, metrics }),
    refusals: createRefusals(metrics, silentLog),
    rates: ratesOf(settings),
    isReportOnly: false,
  });
  const listeners: Parameters<Parameters<typeof createLiveOperations>[0]['graphs']['onSwap']>[0][] =
    [];
  let served = { supergraph: graph.supergraph } as ServedGraph;

  const server = createServer((request, response) => {
    void (async () => {
      if (!(await live.answerStream(request, response))) response.writeHead(404).end();
    })();
  });
  const live = createLiveOperations({
    server,
    settings,
    graphs: {
      current: () => served,
      onSwap: (listener) => void listeners.push(listener),
    },
    executor,
    connect,
    authenticate: authenticateFor(expiresAt),
    input,
    admit: admitTo(graph, executor),
    maskError: createMaskError(silentLog),
    peerOf: (request) => ({ address: String(request.headers['x-forwarded-for'] ?? 'here') }),
    log: silentLog,
    metrics,
    newId: options.tells ? randomUUID : () => 'request',
    redis: options.tells?.redis,
    ...(options.tells && { tellSocketsEveryMs: options.tells.everyMs }),
  });
  const port = await listen(server, { host: '127.0.0.1', port: 0, setting: 'PORT' });
  const stop = async () => {
    await live.close();
    await closeServer(server, 0);
  };

  return {
    ...graph,
    url: `http://127.0.0.1:${port}/graphql`,
    metrics,
    swap() {
      const before = served;
      served = { supergraph: { ...graph.supergraph, id: 'next' } } as ServedGraph;
      for (const tell of listeners) tell(served, before);
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

/** A token is `Bearer user:<name>`. */
function authenticateFor(expiresAt: () => number): Authenticate {
  return ({ authorization }) => {
    if (authorization === undefined) return Promise.resolve(ANONYMOUS);
    // Tests of faults that nobody foresaw.
    if (authorization === 'fault') return Promise.reject(new TypeError('a fault of the gateway'));
    const [, userId] = /^Bearer user:(\w+)$/.exec(authorization) ?? [];
    if (userId === undefined) {
      return Promise.reject(new AppError('UNAUTHENTICATED', 'the access token is not valid'));
    }
    const viewer: Viewer = {
      kind: 'user',
      userId,
      sessionId: `session of ${userId}`,
      roles: [],
      scopes: [],
      expiresAt: expiresAt(),
    };
    return Promise.resolve(viewer);
  };
}

function admitTo(
  graph: NewsGraph,
  executor: ReturnType<typeof createCompiledExecutor>,
): AdmitOperation {
  const prepare = createPrepareOperation(graph.supergraph);
  const documents = new Map<string, DocumentNode>();
  const decided = new Map<string, DocumentNode>();
  return async ({ query, operationName, variables }, { viewer }) => {
    // Tests of faults that nobody foresaw.
    if (query === 'fault') throw new TypeError('a fault of the gateway');
    const document = documents.get(query ?? '') ?? parse(query ?? '');
    const [error] = validate(graph.supergraph.apiSchema, document);
    if (error !== undefined) {
      const extensions = { code: 'GRAPHQL_VALIDATION_FAILED' };
      throw new GraphQLError(error.message, { extensions });
    }
    documents.set(query ?? '', document);
    const given = variables ?? {};
    const values = conditionVariables(document)?.map((name) => given[name]) ?? [];
    const key = `${query ?? ''} ${values.join()}`;
    const asked = decided.get(key) ?? decideConditions(document, given, operationName);
    decided.set(key, asked);
    const operation = await prepare(asked, operationName, viewer);
    return Promise.resolve({
      operation,
      variables: given,
      execute: (request) => executor.execute(operation, { ...request, variables: given }),
    });
  };
}
