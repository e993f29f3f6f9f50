import {
  parse,
  subscribe,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Log } from '../telemetry/log.ts';
import type { RequestScope, SubgraphConnection, SubgraphRequest } from './connection.ts';
import { createExecuteDocument } from './execute-document.ts';
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
      const { query, document, operationName, variables = {} } = request;
      const result = executeDocument({
        document: document ?? documentOf(query),
        operationName,
        variables,
        context: contextOf(request),
      });
      return result instanceof Promise
        ? result.then((settled) => masked(settled, request))
        : masked(result, request);
    },
    subscribe: async (request) => {
      const events = await subscribe(argumentsOf(request));
      return Symbol.asyncIterator in events
        ? maskedEvents(events, request)
        : masked(events, request);
    },
    close: () => Promise.resolve(),
  };

  function argumentsOf(request: SubgraphRequest) {
    const { query, document, operationName, variables } = request;
    return {
      schema,
      document: document ?? documentOf(query),
      contextValue: contextOf(request),
      variableValues: variables,
      operationName,
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
  function maskedEvents(
    events: AsyncIterable<ExecutionResult>,
    request: SubgraphRequest,
  ): AsyncIterableIterator<ExecutionResult> {
    const source = events[Symbol.asyncIterator]();
    return {
      async next() {
        const event = await source.next();
        if (event.done === true) return { done: true, value: undefined };
        return { done: false, value: masked(event.value, request) };
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
