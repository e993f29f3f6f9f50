import {
  createSourceEventStream,
  GraphQLError,
  parse,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Log } from '../telemetry/log.ts';
import type { RequestScope, SubgraphConnection, SubgraphRequest } from './connection.ts';
import { createExecuteDocument, type DocumentRun } from './execute-document.ts';
import { maskError } from './mask-error.ts';

const MAX_DOCUMENTS = 2_000;

export interface SubgraphExecutorOptions {
  name: string;
  schema: GraphQLSchema;
  createContext: (scope: RequestScope) => unknown;
  log: Log;
}

/** A subgraph in this process. Its callers plan their queries, so queries are not validated here. */
export function createSubgraphExecutor(options: SubgraphExecutorOptions): SubgraphConnection {
  const { name, schema, createContext, log } = options;
  const executeDocument = createExecuteDocument(schema);
  const documents = new LRUCache<string, DocumentNode>({ max: MAX_DOCUMENTS });

  return {
    name,
    execute(request) {
      const result = executeDocument(runOf(request));
      return result instanceof Promise
        ? result.then((settled) => masked(settled, request))
        : masked(result, request);
    },
    subscribe: async (request) => {
      const run = runOf(request);
      const events = await createSourceEventStream({
        schema,
        document: run.document,
        contextValue: run.context,
        variableValues: run.variables,
        operationName: run.operationName,
      });
      return Symbol.asyncIterator in events
        ? answeredEvents(events, run, request)
        : masked(events, request);
    },
    close: () => Promise.resolve(),
  };

  function runOf(request: SubgraphRequest): DocumentRun {
    const { query, document, operationName, variables = {} } = request;
    return {
      document: document ?? documentOf(query),
      operationName,
      variables,
      context: contextOf(request),
    };
  }

  function contextOf({ viewer, requestId, clientAddress, signal }: SubgraphRequest): unknown {
    return createContext({
      viewer,
      requestId,
      ...(clientAddress !== undefined && { clientAddress }),
      ...(signal !== undefined && { signal }),
    });
  }

  function documentOf(query: string): DocumentNode {
    const known = documents.get(query);
    if (known !== undefined) return known;
    const document = parse(query, { noLocation: true });
    documents.set(query, document);
    return document;
  }

  function masked(result: ExecutionResult, { requestId }: SubgraphRequest): ExecutionResult {
    if (result.errors === undefined) return result;
    return { ...result, errors: result.errors.map((error) => maskError(error, log, requestId)) };
  }

  // Not a generator: those cannot be ended while they wait for an event.
  function answeredEvents(
    events: AsyncIterable<unknown>,
    run: DocumentRun,
    request: SubgraphRequest,
  ): AsyncIterableIterator<ExecutionResult> {
    const source = events[Symbol.asyncIterator]();
    let hasFailed = false;
    return {
      async next() {
        if (hasFailed) return { done: true, value: undefined };
        const event = await source.next().catch((error: unknown) => {
          hasFailed = true;
          return failureOf(error);
        });
        if ('errors' in event) return { done: false, value: masked(event, request) };
        if (event.done === true) return { done: true, value: undefined };
        const answer = await executeDocument({ ...run, root: event.value });
        return { done: false, value: masked(answer, request) };
      },
      async return() {
        await source.return?.();
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
}

/** A source that fails is the stream's last event, so that nobody is told more of it than of any other error. */
function failureOf(error: unknown): ExecutionResult & { errors: readonly GraphQLError[] } {
  const originalError = error instanceof Error ? error : new Error(String(error));
  return { errors: [new GraphQLError(originalError.message, { originalError })] };
}
