import type { Schema } from '@apollo/federation-internals';
import { executeQueryPlan, type GraphQLDataSource, type ServiceMap } from '@apollo/gateway';
import type { PlanNode, QueryPlan, SubscriptionNode } from '@apollo/query-planner';
import type { GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import { GraphQLError, OperationTypeNode, type ExecutionResult } from 'graphql';
import type { Log } from '../../platform/telemetry/log.ts';
import type { SubgraphConnection } from '../../platform/subgraph/connection.ts';
import type { Executor } from '../execution/executor.ts';
import type { OperationRequest, PreparedOperation } from '../execution/operation.ts';
import { federationSupergraph } from '../supergraph/read-supergraph.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';

/** The name under which an event's payload stands in for its subgraph. */
const EVENT_SERVICE = '__event';

export interface StockExecutorOptions {
  connect: (subgraph: string) => SubgraphConnection;
  log: Log;
}

/** Runs plans with the interpreter that `@apollo/gateway` exports, for comparison. */
export function createStockExecutor({ connect, log }: StockExecutorOptions): Executor {
  const sources = new Map<string, GraphQLDataSource>();

  return {
    compile: () => undefined,

    execute: (operation, request) =>
      runPlan(operation, request, planOf(operation), servicesOf(operation)),

    write: (operation, request) =>
      runPlan(operation, request, planOf(operation), servicesOf(operation)),

    executeEvent(operation, request, event) {
      const services = { ...servicesOf(operation), [EVENT_SERVICE]: eventSource(event) };
      return runPlan(operation, request, eventPlan(planOf(operation)), services);
    },
  };

  async function runPlan(
    operation: PreparedOperation,
    request: OperationRequest,
    plan: QueryPlan,
    services: ServiceMap,
  ): Promise<ExecutionResult> {
    const { supergraph, accessErrors } = operation;
    const result = await executeQueryPlan(
      withoutPathTypes(plan),
      services,
      requestContext(operation, request),
      {
        schema: supergraph.apiSchema,
        operation: operation.operation,
        fragments: { ...operation.fragments },
      },
      supergraph.fullSchema,
      federationApiSchemaOf(supergraph),
    );
    return complete(result, accessErrors);
  }

  /** What `executeQueryPlan` reads of a request, and no more. */
  function requestContext(
    { document, operation }: PreparedOperation,
    request: OperationRequest,
  ): GatewayGraphQLRequestContext {
    const context = {
      request: { variables: { ...request.variables } },
      document,
      operation,
      context: request,
      logger: log,
      metrics: {},
    };
    return context as unknown as GatewayGraphQLRequestContext;
  }

  function servicesOf({ supergraph }: PreparedOperation): ServiceMap {
    return Object.fromEntries(supergraph.subgraphNames.map((name) => [name, sourceOf(name)]));
  }

  function sourceOf(name: string): GraphQLDataSource {
    const known = sources.get(name);
    if (known !== undefined) return known;
    const source = subgraphSource(name, connect, log);
    sources.set(name, source);
    return source;
  }
}

const federationSchemas = new WeakMap<Supergraph, Schema>();

function federationApiSchemaOf(supergraph: Supergraph): Schema {
  const schema =
    federationSchemas.get(supergraph) ?? federationSupergraph(supergraph.sdl).apiSchema();
  federationSchemas.set(supergraph, schema);
  return schema;
}

function subgraphSource(
  name: string,
  connect: StockExecutorOptions['connect'],
  log: Log,
): GraphQLDataSource {
  return {
    async process({ request, context }) {
      const { viewer, requestId, headers, signal } = context as OperationRequest;
      try {
        return (await connect(name).execute({
          query: request.query ?? '',
          variables: request.variables ?? {},
          ...(request.operationName !== undefined && { operationName: request.operationName }),
          viewer,
          requestId,
          ...(headers !== undefined && { headers }),
          ...(signal !== undefined && { signal }),
        })) as Awaited<ReturnType<GraphQLDataSource['process']>>;
      } catch (error) {
        log.warn({ requestId, subgraph: name, err: error }, 'subgraph does not answer');
        throw new GraphQLError(`${name} does not answer: try again in a moment`, {
          extensions: { code: 'UNAVAILABLE' },
        });
      }
    },
  };
}

/** Of Apollo's planner: its plans keep the shape that the interpreter knows. */
function planOf({ plan }: PreparedOperation): QueryPlan {
  return { kind: 'QueryPlan', ...plan };
}

/** The interpreter does not know paths that are meant for some types only. */
function withoutPathTypes(plan: QueryPlan): QueryPlan {
  const text = JSON.stringify(plan, (key, value: unknown) =>
    key === 'path' && Array.isArray(value)
      ? value.map((element) => String(element).replace(/\|\[.*/, '')).filter(Boolean)
      : value,
  );
  return JSON.parse(text) as QueryPlan;
}

/** A fresh copy for each use: merging writes into it. */
function eventSource(event: ExecutionResult): GraphQLDataSource {
  return {
    process: () => {
      const { data, errors } = event;
      const copy = { data: structuredClone(data ?? {}), ...(errors !== undefined && { errors }) };
      return Promise.resolve(copy as Awaited<ReturnType<GraphQLDataSource['process']>>);
    },
  };
}

function eventPlan(plan: QueryPlan): QueryPlan {
  const { primary, rest } = plan.node as SubscriptionNode;
  const event: PlanNode = {
    ...primary,
    serviceName: EVENT_SERVICE,
    operationKind: OperationTypeNode.QUERY,
  };
  return {
    kind: 'QueryPlan',
    node: rest === undefined ? event : { kind: 'Sequence', nodes: [event, rest] },
  };
}

/**
 * The interpreter hides a null where none may be in `extensions.valueCompletion`: that is an error of
 * the answer like any other, unless the field was left out because the viewer may not see it.
 */
function complete(result: ExecutionResult, accessErrors: readonly GraphQLError[]): ExecutionResult {
  const { valueCompletion, ...extensions } = (result.extensions ?? {}) as {
    valueCompletion?: GraphQLError[];
  };
  const nulls = accessErrors.length > 0 ? [] : (valueCompletion ?? []);
  const errors = [...(result.errors ?? []), ...accessErrors, ...nulls];
  return {
    ...(errors.length > 0 && { errors }),
    data: result.data ?? null,
    ...(Object.keys(extensions).length > 0 && { extensions }),
  };
}
