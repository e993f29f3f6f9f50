import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { GraphQLError, parse, validate, type DocumentNode, type ExecutionArgs } from 'graphql';
import { CloseCode, makeServer } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { AppError } from '../../platform/errors.ts';
import type { Viewer } from '../../platform/identity/viewer.ts';
import { GRAPHQL_PATH } from '../../platform/subgraph/http-protocol.ts';
import type { Authenticate } from '../access/authenticate.ts';
import type { Executor } from '../execution/executor.ts';
import type { OperationRequest, PreparedOperation } from '../execution/operation.ts';
import type { MaskError } from '../http/mask-errors.ts';
import {
  requireRegistered,
  resolvePersisted,
  type PersistedOperations,
} from '../operations/persisted-operations.ts';
import type { ServedGraph } from '../supergraph/served-graph.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import type { Subscribe } from './subscribe.ts';

export interface SocketServerOptions {
  server: Server;
  /** The graph that is served now. */
  graph: () => ServedGraph;
  executor: Executor;
  subscribe: Subscribe;
  authenticate: Authenticate;
  persisted: PersistedOperations;
  maskError: MaskError;
  newId: () => string;
  maxSockets: number;
  maxTokens: number;
}

const MAX_MESSAGE_BYTES = 1_000_000;
const INIT_TIMEOUT_MS = 5_000;
/** A socket that does not answer a ping within this time is gone. */
const PING_MS = 15_000;
/** A client that does not read is cut off rather than buffered for. */
const MAX_BUFFERED_BYTES = 4_000_000;

interface SocketExtra {
  viewer: Viewer;
}

interface Run {
  operation: PreparedOperation;
  request: OperationRequest;
}

export interface SocketServer {
  /** How many sockets are open. */
  count: () => number;
  /** Tells every client to come back later, and closes. */
  close: () => Promise<void>;
}

/**
 * Operations over WebSocket in the protocol graphql-transport-ws
 * (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md).
 */
export function createSocketServer(options: SocketServerOptions): SocketServer {
  const { server, executor, subscribe, maskError, maxSockets } = options;

  const protocol = makeServer<Record<string, unknown>, SocketExtra>({
    connectionInitWaitTimeout: INIT_TIMEOUT_MS,
    async onConnect({ extra, connectionParams }) {
      try {
        const authorization = textOf(connectionParams, 'authorization');
        const apiKey = textOf(connectionParams, 'x-api-key');
        extra.viewer = await options.authenticate({ authorization, apiKey });
        return true;
      } catch {
        // The protocol's answer to a connection that may not be opened: 4403 Forbidden.
        return false;
      }
    },
    onSubscribe({ extra }, _id, payload) {
      try {
        return Promise.resolve(runOf(extra.viewer, payload));
      } catch (error) {
        return Promise.resolve([asGraphQLError(error)]);
      }
    },
    execute: (args) => {
      const { operation, request } = (args as unknown as { run: Run }).run;
      return executor.execute(operation, request);
    },
    subscribe: (args) => {
      const { operation, request } = (args as unknown as { run: Run }).run;
      return subscribe(operation, request);
    },
    onNext: (_context, _id, _payload, _args, result) =>
      result.errors === undefined
        ? undefined
        : ({ ...result, errors: result.errors.map(maskedError) } as never),
    onError: (_context, _id, _payload, errors) => errors.map(maskedError),
  });

  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    handleProtocols: (protocols) =>
      protocols.has('graphql-transport-ws') ? 'graphql-transport-ws' : false,
  });
  server.on('upgrade', (request, socket: Socket, head) => {
    const [path] = (request.url ?? '').split('?', 1);
    if (path !== GRAPHQL_PATH) return refuse(socket, '404 Not Found');
    if (sockets.clients.size >= maxSockets) return refuse(socket, '503 Service Unavailable');
    sockets.handleUpgrade(request, socket, head, (client) => open(client));
  });

  const alive = new WeakSet<WebSocket>();
  const pings = setInterval(() => {
    for (const socket of sockets.clients) {
      if (alive.delete(socket)) socket.ping();
      else socket.terminate();
    }
  }, PING_MS);

  return {
    count: () => sockets.clients.size,
    async close() {
      clearInterval(pings);
      for (const socket of sockets.clients) socket.close(1001, 'Going away');
      await new Promise((resolve) => sockets.close(resolve));
    },
  };

  function open(socket: WebSocket): void {
    alive.add(socket);
    socket.on('pong', () => alive.add(socket));
    socket.on('error', () => socket.terminate());
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (data) => send(socket, data),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (listen) =>
          socket.on('message', (data: Buffer) => {
            alive.add(socket);
            listen(data.toString()).catch((error: Error) =>
              socket.close(CloseCode.BadRequest, error.message.slice(0, 100)),
            );
          }),
      },
      { viewer: { kind: 'anonymous' } },
    );
    socket.once('close', (code, reason) => void closed(code, reason.toString()));
  }

  function runOf(viewer: Viewer, payload: Parameters<typeof resolvePersisted>[0]) {
    const { query, operationName, variables } = resolvePersisted(payload, options.persisted);
    if (query == null || query === '') {
      throw new AppError('BAD_USER_INPUT', 'expected a query, or the hash of a registered one');
    }
    if (viewer.kind === 'partner') requireRegistered(query, options.persisted);

    const { supergraph, prepare } = options.graph();
    const document = documentOf(query, supergraph);
    const operation = prepare(document, operationName, viewer);
    const request = { variables: variables ?? {}, viewer, requestId: options.newId() };
    // The protocol core reads the document, and passes `run` on to `execute` or `subscribe`.
    return { document, operationName, run: { operation, request } } as unknown as ExecutionArgs;
  }

  function documentOf(query: string, supergraph: Supergraph): DocumentNode {
    const document = parse(query, { maxTokens: options.maxTokens });
    const [error] = validate(supergraph.apiSchema, document);
    if (error === undefined) return document;
    throw new GraphQLError(error.message, {
      ...(error.nodes !== undefined && { nodes: error.nodes }),
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
  }

  function maskedError(error: GraphQLError) {
    return maskError('toJSON' in error ? error.toJSON() : error, error);
  }
}

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) {
    return error.extensions['code'] === undefined
      ? new GraphQLError(error.message, { extensions: { code: 'GRAPHQL_PARSE_FAILED' } })
      : error;
  }
  if (error instanceof AppError) {
    return new GraphQLError(error.message, { extensions: { code: error.code, ...error.details } });
  }
  throw error;
}

function send(socket: WebSocket, data: string): Promise<void> {
  if (socket.bufferedAmount > MAX_BUFFERED_BYTES) {
    socket.terminate();
    return Promise.resolve();
  }
  return new Promise((resolve) => socket.send(data, () => resolve()));
}

function refuse(socket: Socket, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n\r\n`);
}

function textOf(params: Readonly<Record<string, unknown>> | undefined, name: string) {
  const value = params?.[name];
  return typeof value === 'string' ? value : undefined;
}
