import type { IncomingMessage, ServerResponse } from 'node:http';
import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { AppError } from '../../platform/errors.ts';
import { sendJson } from '../../platform/http/health.ts';
import { readBody } from '../../platform/http/request-body.ts';
import { REQUEST_ID_HEADER } from '../../platform/subgraph/http-protocol.ts';
import type { Authenticate } from '../access/authenticate.ts';
import type { GatewayContext } from '../execution/apollo-gateway.ts';
import {
  requireRegistered,
  resolvePersisted,
  type IncomingOperation,
  type PersistedOperations,
} from '../operations/persisted-operations.ts';
import type { GraphSwitch } from '../supergraph/graph-switch.ts';
import type { ServedGraph } from '../supergraph/served-graph.ts';
import type { ForwardHeaders } from './forwarded-headers.ts';

export interface GraphQLHandlerOptions {
  /** Runs a request on the graph that is served now. */
  onGraph: GraphSwitch['run'];
  authenticate: Authenticate;
  persisted: PersistedOperations;
  maxBodyBytes: number;
  /** Picks the headers that go on to the subgraphs. */
  forwardHeaders: ForwardHeaders;
  newId: () => string;
}

export type HttpHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  UNAVAILABLE: 503,
};
const REQUEST_ID = /^[\w.-]{1,100}$/;

/** GraphQL over HTTP: node's request in, Apollo Server's protocol, node's response out. */
export function createGraphQLHandler(options: GraphQLHandlerOptions): HttpHandler {
  const { onGraph, authenticate, persisted, maxBodyBytes, forwardHeaders, newId } = options;

  return async (request, response) => {
    const requestId = requestIdOf(request) ?? newId();
    response.setHeader(REQUEST_ID_HEADER, requestId);
    try {
      const [viewer, body] = await Promise.all([
        authenticate({
          authorization: request.headers.authorization,
          apiKey: headerOf(request, 'x-api-key'),
        }),
        readRequest(request),
      ]);
      if (viewer.kind === 'partner') requireAllRegistered(body);
      const headers = forwardHeaders(request);
      const scope = { viewer, requestId, ...(headers !== undefined && { headers }) };
      await onGraph((graph) => answer(graph, request, response, body, scope));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { message, code } = error;
      const errors = [new GraphQLError(message, { extensions: { code, ...error.details } })];
      sendJson(response, STATUS[code] ?? 400, { errors });
    }
  };

  async function readRequest(request: IncomingMessage): Promise<unknown> {
    if (request.method !== 'POST') return undefined;
    const text = await readBody(request, maxBodyBytes);
    if (!(request.headers['content-type'] ?? '').startsWith('application/json')) return text;
    try {
      const body: unknown = JSON.parse(text);
      return isOperation(body) ? resolvePersisted(body, persisted) : body;
    } catch {
      throw new AppError('BAD_USER_INPUT', 'expected a JSON body with a GraphQL operation');
    }
  }

  function requireAllRegistered(body: unknown): void {
    requireRegistered(isOperation(body) ? (body.query ?? '') : '', persisted);
  }

  async function answer(
    { apollo }: ServedGraph,
    request: IncomingMessage,
    response: ServerResponse,
    body: unknown,
    scope: Pick<GatewayContext, 'viewer' | 'requestId' | 'headers'>,
  ): Promise<void> {
    const leaving = new AbortController();
    response.once('close', () => leaving.abort());
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers)) {
      if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
    }

    const result = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method?.toUpperCase() ?? 'GET',
        headers,
        body,
        search: new URL(request.url ?? '/', 'http://localhost').search,
      },
      context: () => Promise.resolve({ ...scope, signal: leaving.signal }),
    });

    for (const [name, value] of result.headers) response.setHeader(name, value);
    response.statusCode = result.status ?? 200;
    if (result.body.kind === 'complete') {
      response.end(result.body.string);
      return;
    }
    for await (const chunk of result.body.asyncIterator) response.write(chunk);
    response.end();
  }
}

function isOperation(body: unknown): body is IncomingOperation {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** A caller's own id is kept when it looks like one. */
function requestIdOf(request: IncomingMessage): string | undefined {
  const id = headerOf(request, REQUEST_ID_HEADER);
  return id !== undefined && REQUEST_ID.test(id) ? id : undefined;
}
