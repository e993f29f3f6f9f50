import type { DocumentNode, ExecutionResult } from 'graphql';
import type { Viewer } from '../identity/viewer.ts';
import type { Trace } from '../telemetry/trace.ts';

export interface SubgraphRequest {
  query: string;
  /** The parsed query, where the caller has it. */
  document?: DocumentNode;
  operationName?: string;
  variables?: Readonly<Record<string, unknown>>;
  viewer: Viewer;
  /** Found in the log lines of every part that the request touched. */
  requestId: string;
  /** Headers of the client's request that go on to subgraphs over HTTP, by their names in lower case. */
  headers?: Readonly<Record<string, string>>;
  /** Where a change comes from, if that is known: an address of IPv4, or the /64 network of one of IPv6. */
  clientAddress?: string;
  signal?: AbortSignal;
  /** What the request is a part of, where it is traced. */
  trace?: Trace;
}

/**
 * What has to be waited for is a promise. A subgraph in this process whose resolvers have their values at
 * hand answers at once: a turn through the queue of promises costs more than such an answer.
 */
export type SubgraphAnswer = ExecutionResult | Promise<ExecutionResult>;

/** A subgraph as the gateway and other subgraphs reach it: in this process, or over HTTP. */
export interface SubgraphConnection {
  name: string;
  /** Errors of resolvers are in the result; throws only when the subgraph cannot be reached. */
  execute: (request: SubgraphRequest) => SubgraphAnswer;
  /** Opens an event stream. What keeps it from opening arrives as a result with errors and no data. */
  subscribe: (
    request: SubgraphRequest,
  ) => Promise<AsyncIterable<ExecutionResult> | ExecutionResult>;
  close: () => Promise<void>;
}

/** What a resolver's context is made from. */
export interface RequestScope {
  viewer: Viewer;
  requestId: string;
  /** Of a change alone; see SubgraphRequest. */
  clientAddress?: string;
  signal?: AbortSignal;
}
