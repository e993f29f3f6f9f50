import { GraphQLError, type ExecutionResult } from 'graphql';
import { createClient } from 'graphql-ws';
import { Pool } from 'undici';
import { WebSocket } from 'ws';
import { VIEWER_HEADER, type ViewerSigner } from '../identity/viewer-signature.ts';
import { createBoundedQueue } from '../live/bounded-queue.ts';
import type { SubgraphConnection, SubgraphRequest } from './connection.ts';
import { REQUEST_ID_HEADER, VIEWER_EXTENSION } from './http-protocol.ts';

export interface HttpConnectionOptions {
  name: string;
  /** http://host:port/graphql */
  url: string;
  /** Without one, the subgraph learns nothing of the viewer. */
  signer?: ViewerSigner | undefined;
  connections?: number;
  timeoutMs?: number;
}

const CONNECTIONS = 64;
const TIMEOUT_MS = 10_000;
/** Events of one subscription that wait for a slow consumer; then the oldest go. */
const MAX_WAITING_EVENTS = 1_000;
const RECONNECT_ATTEMPTS = 5;

/** A subgraph over HTTP, with its subscriptions over one graphql-ws connection that is opened when needed. */
export function createHttpConnection(options: HttpConnectionOptions): SubgraphConnection {
  const { name, signer, connections = CONNECTIONS, timeoutMs = TIMEOUT_MS } = options;
  const url = new URL(options.url);
  const pool = new Pool(url.origin, {
    connections,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
  const socketUrl = new URL(url);
  socketUrl.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = createClient({
    url: socketUrl.toString(),
    webSocketImpl: WebSocket,
    lazy: true,
    retryAttempts: RECONNECT_ATTEMPTS,
  });

  return {
    name,

    async execute(request) {
      const { query, operationName, variables, requestId, signal } = request;
      const { statusCode, body } = await pool.request({
        path: `${url.pathname}${url.search}`,
        method: 'POST',
        headers: {
          ...request.headers,
          'content-type': 'application/json',
          accept: 'application/json',
          ...(signer !== undefined && { [VIEWER_HEADER]: await signer.sign(request.viewer) }),
          [REQUEST_ID_HEADER]: requestId,
        },
        body: JSON.stringify({ query, operationName, variables }),
        signal: signal ?? null,
      });
      if (statusCode !== 200) {
        throw new Error(`${name} answered ${statusCode}: ${(await body.text()).slice(0, 200)}`);
      }
      return (await body.json()) as ExecutionResult;
    },

    async subscribe(request) {
      const payload = await payloadOf(request);
      const events = createBoundedQueue<ExecutionResult>(MAX_WAITING_EVENTS, () => stop());
      const stop = socket.subscribe(payload, {
        next: (result) => events.push(result as ExecutionResult),
        error: (error) => {
          events.push({ errors: asGraphQLErrors(name, error) });
          events.finish();
        },
        complete: () => events.finish(),
      });
      request.signal?.addEventListener('abort', () => events.end(), { once: true });
      return events;
    },

    async close() {
      await socket.dispose();
      await pool.destroy();
    },
  };

  // One connection carries the subscriptions of many viewers: what belongs to one travels with it.
  async function payloadOf(request: SubgraphRequest) {
    const { query, operationName, variables, viewer, headers } = request;
    return {
      query,
      operationName: operationName ?? null,
      variables: variables ?? {},
      extensions: {
        ...(headers !== undefined && { headers }),
        ...(signer !== undefined && { [VIEWER_EXTENSION]: await signer.sign(viewer) }),
      },
    };
  }
}

/** graphql-ws reports a refused operation as a list of errors, and a lost connection as a close event. */
function asGraphQLErrors(name: string, error: unknown): readonly GraphQLError[] {
  if (Array.isArray(error)) return error as GraphQLError[];
  const message = `the event stream of ${name} was lost: subscribe again`;
  return [new GraphQLError(message, { extensions: { code: 'UNAVAILABLE' } })];
}
