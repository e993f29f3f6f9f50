import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import {
  GraphQLError,
  parse,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
} from 'graphql';
import { CloseCode, makeServer } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { createHealthEndpoints, sendJson, type HealthOptions } from '../http/health.ts';
import { closeServer } from '../http/listen.ts';
import { readBody } from '../http/request-body.ts';
import { closeSockets, endSilentSockets } from '../http/sockets.ts';
import { VIEWER_HEADER, type ViewerSigner } from '../identity/viewer-signature.ts';
import type { Viewer } from '../identity/viewer.ts';
import type { Log } from '../telemetry/log.ts';
import { TRACEPARENT_HEADER } from '../telemetry/trace.ts';
import type { Tracing } from '../telemetry/tracing.ts';
import { answerGroup, type Outcome } from './answer-group.ts';
import type { SubgraphConnection } from './connection.ts';
import {
  CLIENT_ADDRESS_HEADER,
  GRAPHQL_PATH,
  GROUPS_HEADER,
  GROUP_TYPE,
  REQUEST_ID_EXTENSION,
  REQUEST_ID_HEADER,
  VIEWER_EXTENSION,
} from './http-protocol.ts';

const MAX_BODY_BYTES = 4_000_000;
const SOCKET_CLOSED_INTERNALLY = CloseCode.InternalServerError;
/** Far longer than the gateway keeps a connection that is idle, so that it is the one that ends it. */
const IDLE_MS = 75_000;
/** A client that does not answer a ping within this time is gone. */
const PING_MS = 15_000;

const requestBody = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

export interface SubgraphServer {
  /** Not listening yet. */
  server: Server;
  /** Ends event streams, lets requests under way finish for up to `drainMs`, and closes. */
  close: (drainMs: number) => Promise<void>;
}

export interface SubgraphServerOptions extends HealthOptions {
  subgraph: SubgraphConnection;
  signer: ViewerSigner;
  log: Log;
  tracing?: Tracing | undefined;
}

/**
 * A subgraph's own HTTP server: GraphQL over POST and over graphql-ws, health, readiness, metrics. It
 * answers only to holders of the internal secret: each request carries a signed viewer.
 */
export function createSubgraphServer(options: SubgraphServerOptions): SubgraphServer {
  const { subgraph, signer, log, tracing } = options;
  const answerHealth = createHealthEndpoints(options);
  const server = createServer({ keepAliveTimeout: IDLE_MS }, (request, response) => {
    answer(request, response).catch((error: unknown) => send(response, failureOf(error)));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (await answerHealth(request, response)) return;
    if (request.url !== GRAPHQL_PATH || request.method !== 'POST') {
      return send(response, refusal(404, 'NOT_FOUND', `expected POST ${GRAPHQL_PATH}`));
    }

    response.setHeader(GROUPS_HEADER, '1');
    const { headers } = request;
    // Of a group each request has its viewer; a stranger's body is not read at all.
    if (verifiedViewer(headers[VIEWER_HEADER]) === undefined) return send(response, UNSIGNED);
    const body = parseJson(await readBody(request, MAX_BODY_BYTES));
    if (headers['content-type'] !== GROUP_TYPE) return send(response, await execute(headers, body));

    const isGroup = answerGroup(response, body, (own, one) => execute(own, one).catch(failureOf));
    if (!isGroup) send(response, refusal(400, 'BAD_USER_INPUT', 'expected a group of requests'));
  }

  async function execute(headers: IncomingHttpHeaders, given: unknown): Promise<Outcome> {
    const viewer = verifiedViewer(headers[VIEWER_HEADER]);
    if (viewer === undefined) return UNSIGNED;
    const body = requestBody.safeParse(given);
    if (!body.success) return refusal(400, 'BAD_USER_INPUT', 'expected JSON with a query');
    const { query, operationName, variables } = body.data;
    const requestId = headers[REQUEST_ID_HEADER];
    const clientAddress = headers[CLIENT_ADDRESS_HEADER];
    const trace = tracing?.resume(headers[TRACEPARENT_HEADER]);
    const result = await subgraph.execute({
      query,
      ...(operationName != null && { operationName }),
      variables: variables ?? {},
      viewer,
      requestId: typeof requestId === 'string' ? requestId : '',
      ...(typeof clientAddress === 'string' && { clientAddress }),
      ...(trace !== undefined && { trace }),
    });
    return { status: 200, body: result };
  }

  function failureOf(error: unknown): Outcome {
    if (error instanceof AppError) return refusal(400, error.code, error.message);
    log.error({ err: error }, 'request failed');
    return refusal(500, 'INTERNAL_SERVER_ERROR', 'something went wrong on our side');
  }

  function verifiedViewer(signed: unknown): Viewer | undefined {
    if (typeof signed !== 'string') return undefined;
    try {
      return signer.verify(signed);
    } catch {
      return undefined;
    }
  }

  const sockets = serveSubscriptions(server, subgraph, verifiedViewer);
  const stopPings = endSilentSockets(sockets, PING_MS);
  return {
    server,
    async close(drainMs) {
      stopPings();
      await Promise.all([closeSockets(sockets), closeServer(server, drainMs)]);
    },
  };
}

/** graphql-ws's protocol core over plain sockets, with our executor in place of graphql-js. */
function serveSubscriptions(
  server: Server,
  subgraph: SubgraphConnection,
  verifiedViewer: (signed: unknown) => Viewer | undefined,
): WebSocketServer {
  const protocol = makeServer<Record<string, unknown>, object>({
    onSubscribe: async (_context, id, payload) => {
      const viewer = verifiedViewer(payload.extensions?.[VIEWER_EXTENSION]);
      if (viewer === undefined) {
        const message = 'expected a viewer signed by the gateway';
        return [new GraphQLError(message, { extensions: { code: 'UNAUTHENTICATED' } })];
      }
      const { query, operationName, variables, extensions } = payload;
      const given = extensions?.[REQUEST_ID_EXTENSION];
      const document = parseQuery(query);
      if (document instanceof GraphQLError) return [document];
      const request = {
        query,
        document,
        ...(operationName != null && { operationName }),
        variables: variables ?? {},
        viewer,
        requestId: typeof given === 'string' ? given : id,
      };
      // The protocol core reads the document, and passes the rest on to `subscribe` below.
      return { document, operationName, request } as unknown as ExecutionArgs;
    },
    subscribe: (args) => subgraph.subscribe((args as unknown as SubscribeArguments).request),
    execute: (args) => subgraph.execute((args as unknown as SubscribeArguments).request),
  });

  const sockets = new WebSocketServer({
    server,
    path: GRAPHQL_PATH,
    handleProtocols: () => 'graphql-transport-ws',
    maxPayload: MAX_BODY_BYTES,
  });
  sockets.on('connection', (socket: WebSocket) => {
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (data) => new Promise((resolve) => socket.send(data, () => resolve())),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (listen) =>
          socket.on('message', (data: Buffer) => {
            listen(data.toString()).catch(() => socket.close(SOCKET_CLOSED_INTERNALLY));
          }),
      },
      {},
    );
    socket.once('close', (code, reason) => {
      closed(code, reason.toString()).catch(() => undefined);
    });
    socket.on('error', () => socket.terminate());
  });
  return sockets;
}

interface SubscribeArguments {
  request: Parameters<SubgraphConnection['subscribe']>[0];
}

function parseQuery(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { noLocation: true });
  } catch (error) {
    return error instanceof GraphQLError ? error : new GraphQLError('expected a GraphQL document');
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusal(status: number, code: string, message: string): Outcome {
  const body: ExecutionResult = { errors: [new GraphQLError(message, { extensions: { code } })] };
  return { status, body };
}

const UNSIGNED = refusal(401, 'UNAUTHENTICATED', 'expected a viewer signed by the gateway');

function send(response: ServerResponse, { status, body }: Outcome): void {
  sendJson(response, status, body);
}
