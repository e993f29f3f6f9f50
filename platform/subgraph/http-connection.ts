import type { ExecutionResult } from 'graphql';
import { Pool } from 'undici';
import { VIEWER_HEADER, type ViewerSigner } from '../identity/viewer-signature.ts';
import { TRACEPARENT_HEADER } from '../telemetry/trace.ts';
import type { SubgraphConnection, SubgraphRequest } from './connection.ts';
import { createGroupRequests } from './group-requests.ts';
import { createHeadedStreams } from './headed-streams.ts';
import {
  CLIENT_ADDRESS_HEADER,
  GROUPS_HEADER,
  REQUEST_ID_EXTENSION,
  REQUEST_ID_HEADER,
  VIEWER_EXTENSION,
} from './http-protocol.ts';
import {
  createSubgraphGuard,
  RefusedBySubgraph,
  type SubgraphGuardOptions,
} from './subgraph-guard.ts';

export interface HttpConnectionOptions {
  name: string;
  /** http://host:port/graphql */
  url: string;
  /** Without one, the subgraph learns nothing of the viewer. */
  signer?: ViewerSigner | undefined;
  connections?: number;
  /** For an answer, with all attempts. */
  timeoutMs?: number;
  /** Retries and the circuit breaker. */
  guard?: Omit<SubgraphGuardOptions, 'deadlineMs'>;
}

const CONNECTIONS = 64;
const TIMEOUT_MS = 10_000;
/** Ours end long before the server's, which would meet a request that is on its way. */
const IDLE_MS = 4_000;
const OK = 200;
const SERVER_ERRORS = 500;
/** Of an answer that is not GraphQL, for the log. */
const MAX_QUOTED = 200;

/** A subgraph over HTTP, with its subscriptions over one graphql-ws connection that is opened when needed. */
export function createHttpConnection(options: HttpConnectionOptions): SubgraphConnection {
  const { name, signer, connections = CONNECTIONS, timeoutMs = TIMEOUT_MS } = options;
  const url = new URL(options.url);
  const pool = new Pool(url.origin, {
    connections,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    keepAliveMaxTimeout: IDLE_MS,
  });
  const path = `${url.pathname}${url.search}`;
  let takesGroups = false;
  const sendWithOthers = createGroupRequests({
    pool,
    path,
    headersOf,
    refusal,
    sendAlone: send,
    onUnknown: () => (takesGroups = false),
  });
  const guard = createSubgraphGuard({ ...options.guard, deadlineMs: timeoutMs });
  const socketUrl = new URL(url);
  socketUrl.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const streams = createHeadedStreams({ name, url: socketUrl.toString() });

  return {
    name,

    execute: (request) =>
      guard(request, (signal) =>
        takesGroups ? sendWithOthers(request, signal) : send(request, signal),
      ),

    subscribe: async (request) => streams.open(payloadOf(request), request.headers, request.signal),

    async close() {
      await streams.close();
      await pool.destroy();
    },
  };

  async function send(request: SubgraphRequest, signal: AbortSignal): Promise<ExecutionResult> {
    const { query, operationName, variables } = request;
    const { statusCode, headers, body } = await pool.request({
      path,
      method: 'POST',
      headers: {
        ...headersOf(request),
        'content-type': 'application/json',
        accept: 'application/json',
      },
      body: JSON.stringify({ query, operationName, variables }),
      signal,
    });
    if (statusCode !== OK) throw refusal(statusCode, await body.text());
    takesGroups = signer !== undefined && headers[GROUPS_HEADER] !== undefined;
    return (await body.json()) as ExecutionResult;
  }

  function headersOf(request: SubgraphRequest): Record<string, string> {
    const { requestId, clientAddress, trace } = request;
    return {
      ...request.headers,
      ...(signer !== undefined && { [VIEWER_HEADER]: signer.sign(request.viewer) }),
      [REQUEST_ID_HEADER]: requestId,
      ...(clientAddress !== undefined && { [CLIENT_ADDRESS_HEADER]: clientAddress }),
      ...(trace !== undefined && { [TRACEPARENT_HEADER]: trace.traceparent }),
    };
  }

  function refusal(statusCode: number, body: string): Error {
    const answer = `${name} answered ${statusCode}: ${body.slice(0, MAX_QUOTED)}`;
    return statusCode < SERVER_ERRORS ? new RefusedBySubgraph(answer) : new Error(answer);
  }

  // One connection carries the subscriptions of many viewers: who each belongs to travels with it.
  function payloadOf(request: SubgraphRequest) {
    const { query, operationName, variables, viewer, requestId, trace } = request;
    return {
      query,
      operationName: operationName ?? null,
      variables: variables ?? {},
      extensions: {
        [REQUEST_ID_EXTENSION]: requestId,
        ...(trace !== undefined && { [TRACEPARENT_HEADER]: trace.traceparent }),
        ...(signer !== undefined && { [VIEWER_EXTENSION]: signer.sign(viewer) }),
      },
    };
  }
}
