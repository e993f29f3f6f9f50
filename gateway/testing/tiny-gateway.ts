import { createServer, type Server } from 'node:http';
import { GraphQLError } from 'graphql';
import type { Authenticate } from '../access/authenticate.ts';
import { listen } from '../../platform/http/listen.ts';
import { ANONYMOUS, type Viewer } from '../../platform/identity/viewer.ts';
import { silentLog } from '../../platform/telemetry/log.ts';
import { createMetrics, type Metrics } from '../../platform/telemetry/metrics.ts';
import { createCompiledExecutor } from '../execution/compiled/compiled-executor.ts';
import { createPrepareOperation } from '../execution/prepare-operation.ts';
import { createGraphQLHandler } from '../http/graphql-handler.ts';
import { createMaskError } from '../http/mask-errors.ts';
import { createAdmission, type AdmissionRules } from '../operations/admission.ts';
import {
  createFindOperation,
  type RegisteredOperations,
  type Safelist,
} from '../operations/find-operation.ts';
import { createInputBudget } from '../operations/input-budget.ts';
import type { OperationLimits } from '../operations/operation-limits.ts';
import { createRateLimit } from '../operations/rate-limit.ts';
import { createRefusals } from '../operations/refusals.ts';
import { createRunOperation } from '../operations/run-operation.ts';
import { createWatchedRun } from '../operations/watched-run.ts';
import type { Tracing } from '../../platform/telemetry/tracing.ts';
import { traceSubgraph } from '../../platform/telemetry/trace-subgraph.ts';
import type { SubgraphConnection } from '../../platform/subgraph/connection.ts';
import { AppError } from '../../platform/errors.ts';
import { tinyDocuments } from './tiny-documents.ts';
import { createTinyGraph } from './tiny-graph.ts';

export interface TinyGateway extends AsyncDisposable {
  url: string;
  server: Server;
  metrics: Metrics;
  /** Names of the subgraphs asked, in order. */
  asked: string[];
}

export interface TinyGatewayOptions {
  rules?: Partial<AdmissionRules>;
  limits?: Partial<OperationLimits>;
  safelist?: Safelist;
  maxBodyBytes?: number;
  /** How many entries of `x-forwarded-for` are believed. */
  trustedProxies?: number;
  registered?: RegisteredOperations;
  /** By what stands behind `Bearer `. */
  viewers?: Readonly<Record<string, Viewer>>;
  origins?: readonly string[];
  tracing?: Tracing | undefined;
  /** Stands around the connection of each subgraph. */
  around?: (subgraph: SubgraphConnection) => SubgraphConnection;
}

const NO_LIMITS: AdmissionRules = {
  isIntrospectionPublic: true,
  maxCost: { anonymous: 0, user: 0, partner: 0, service: 0 },
  listSize: 10,
  rates: { address: 0, user: 0, registered: 0, partner: 0 },
  costPerPoint: 1_000,
  isReportOnly: false,
};

const NONE: RegisteredOperations = {
  find: () => undefined,
  has: () => false,
  isForPartner: () => false,
};

/** The tiny graph behind GraphQL over HTTP on a port of its own. */
export async function startTinyGateway(options: TinyGatewayOptions = {}): Promise<TinyGateway> {
  const { supergraph, connect: connectTiny, asked } = createTinyGraph();
  const { tracing, around = (subgraph) => subgraph } = options;
  const connect = (name: string) =>
    around(tracing === undefined ? connectTiny(name) : traceSubgraph(connectTiny(name)));
  const metrics = createMetrics();
  const refusals = createRefusals(metrics, silentLog);
  const rules = { ...NO_LIMITS, ...options.rules };
  const rateLimit = createRateLimit({ redis: undefined, log: silentLog, metrics });
  const { limits = {} } = options;
  const graph = {
    supergraph,
    prepare: createPrepareOperation(supergraph),
    documents: tinyDocuments(supergraph, { limits, isReportOnly: rules.isReportOnly }),
    stop: () => Promise.resolve(),
  };
  const answer = createGraphQLHandler({
    onGraph: (work) => work(graph),
    authenticate: authenticateBy(options.viewers ?? {}),
    input: createInputBudget({ rateLimit, refusals, ...rules }),
    admit: createAdmission({
      find: createFindOperation({
        registered: options.registered ?? NONE,
        safelist: options.safelist ?? 'off',
        refusals,
      }),
      rateLimit,
      refusals,
      rules,
    }),
    run: createWatchedRun(
      createRunOperation({
        executor: createCompiledExecutor({ connect, log: silentLog }),
        metrics,
      }),
    ),
    maskError: createMaskError(silentLog),
    maxBodyBytes: options.maxBodyBytes ?? 10_000,
    maxBatch: 3,
    origins: options.origins ?? [],
    trustedProxies: options.trustedProxies ?? 0,
    forwardHeaders: () => undefined,
    newId: () => 'made-here',
    tracing,
  });

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.destroy(error instanceof GraphQLError ? error : new Error(String(error)));
    });
  });
  const port = await listen(server, { host: '127.0.0.1', port: 0, setting: 'port' });
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    server,
    metrics,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function authenticateBy(viewers: Readonly<Record<string, Viewer>>): Authenticate {
  return ({ authorization }) => {
    if (authorization === undefined) return Promise.resolve(ANONYMOUS);
    const viewer = viewers[authorization.replace('Bearer ', '')];
    return viewer === undefined
      ? Promise.reject(new AppError('UNAUTHENTICATED', 'the access token is not valid'))
      : Promise.resolve(viewer);
  };
}
