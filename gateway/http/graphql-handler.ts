import type { IncomingMessage, ServerResponse } from 'node:http';
import { REQUEST_ID_HEADER } from '../../platform/subgraph/http-protocol.ts';
import { TRACEPARENT_HEADER, type Trace } from '../../platform/telemetry/trace.ts';
import type { Tracing } from '../../platform/telemetry/tracing.ts';
import type { Authenticate } from '../access/authenticate.ts';
import type { OperationRequest } from '../execution/operation.ts';
import type { Admit } from '../operations/admission.ts';
import { addressOf, withOrigin, type Caller } from '../operations/caller.ts';
import type { IncomingOperation } from '../operations/find-operation.ts';
import type { InputBudget } from '../operations/input-budget.ts';
import type { RunOperation } from '../operations/run-operation.ts';
import type { GraphSwitch } from '../supergraph/graph-switch.ts';
import { maxAgeOf } from '../subscriptions/public-fields.ts';
import type { ServedGraph } from '../supergraph/served-graph.ts';
import { isClean, toCacheable } from './cacheable-answer.ts';
import { refuseCrossSite } from './cross-site.ts';
import type { ForwardHeaders } from './forwarded-headers.ts';
import { HttpRefusal } from './http-refusal.ts';
import { leaveBody } from './leave-body.ts';
import type { MaskError } from './mask-errors.ts';
import { negotiate, type AnswerType } from './media-types.ts';
import { readOperations } from './read-operations.ts';
import { receiveSender, type ReceivedSender } from './receive-sender.ts';
import { answerOfError, answerOfResult, writeAnswer, type Answer } from './write-answer.ts';

export interface GraphQLHandlerOptions {
  /** Runs a request on the graph that is served now. */
  onGraph: GraphSwitch['run'];
  authenticate: Authenticate;
  input: InputBudget;
  admit: Admit;
  run: RunOperation;
  maskError: MaskError;
  maxBodyBytes: number;
  maxBatch: number;
  /** Origins of other sites whose pages may ask. */
  origins: readonly string[];
  /** How many proxies of ours stand in front. */
  trustedProxies: number;
  /** Picks the headers that go on to the subgraphs. */
  forwardHeaders: ForwardHeaders;
  newId: () => string;
  /** Absent where nothing is traced. */
  tracing?: Tracing | undefined;
}

export type HttpHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

type Scope = Omit<OperationRequest, 'variables'>;

const REQUEST_ID = /^[\w.-]{1,100}$/;

/** GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/): queries and mutations. */
export function createGraphQLHandler(options: GraphQLHandlerOptions): HttpHandler {
  const { onGraph, input, admit, run, maskError, newId, tracing } = options;

  return async (request, response) => {
    const requestId = requestIdOf(request) ?? newId();
    response.setHeader(REQUEST_ID_HEADER, requestId);
    const trace = tracing && beginTrace(tracing, request, response, requestId);
    const type = negotiate(request.headers.accept);
    // What a page of another site has a browser send is not charged to whoever looks at it.
    let received: ReceivedSender | undefined;
    try {
      if (type === undefined) {
        const accepted = 'application/graphql-response+json or application/json';
        throw new HttpRefusal(406, `expected to be asked for ${accepted}`);
      }
      refuseCrossSite(request, options.origins);
      const address = addressOf(request, options.trustedProxies);
      received = receiveSender(request, address, requestId, options);
      const [viewer, requested] = await Promise.all([
        received.viewer,
        readOperations(request, options, received),
      ]);
      const caller: Caller = { viewer, address, requestId, ...(trace !== undefined && { trace }) };
      const scope = scopeOf(request, response, caller);
      const { operations, isBatch } = requested;

      await onGraph(async (graph) => {
        const answers = await Promise.all(
          operations.map((each) => answer(graph, each, caller, scope, request, type)),
        );
        const [first] = answers;
        if (isBatch) {
          writeAnswer(response, type, batchOf(answers));
        } else if (first !== undefined) {
          writeAnswer(response, type, first);
        }
      });
    } catch (error) {
      await received?.payForRefusal(error);
      const refusedType = type ?? 'application/json';
      leaveBody(request, response);
      writeAnswer(response, refusedType, answerOfError(error, refusedType, maskError));
    }
  };

  async function answer(
    graph: ServedGraph,
    incoming: IncomingOperation,
    caller: Caller,
    scope: Scope,
    request: IncomingMessage,
    type: AnswerType,
  ): Promise<Answer> {
    try {
      const admitted = await admit(graph, incoming, caller);
      requireMethod(request, admitted.operation.operation);
      const result = await run(admitted, withOrigin(scope, admitted.operation, caller));
      const answered = answerOfResult(result, maskError);
      const mayKeep = request.method === 'GET' && isClean(result) && scope.headers === undefined;
      const maxAge = mayKeep ? maxAgeOf(admitted.prepared) : undefined;
      return maxAge === undefined ? answered : toCacheable(answered, maxAge, request);
    } catch (error) {
      await input.takeRefusal(caller, error);
      return answerOfError(error, type, maskError);
    }
  }

  function scopeOf(
    request: IncomingMessage,
    response: ServerResponse,
    { viewer, requestId, trace }: Caller,
  ): Scope {
    const leaving = new AbortController();
    response.once('close', () => {
      if (!response.writableFinished) leaving.abort();
    });
    const headers = options.forwardHeaders(request);
    return {
      viewer,
      requestId,
      signal: leaving.signal,
      isForText: true,
      ...(headers !== undefined && { headers }),
      ...(trace !== undefined && { trace }),
    };
  }
}

/** Until the answer has left, or its reader. */
function beginTrace(
  tracing: Tracing,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Trace | undefined {
  const trace = tracing.begin('request', {
    traceparent: request.headers[TRACEPARENT_HEADER],
    attributes: { requestId, 'http.request.method': request.method ?? '' },
    kind: 'server',
  });
  if (trace === undefined) return undefined;
  response.once('close', () => {
    trace.note({ 'http.response.status_code': response.statusCode });
    trace.end();
  });
  return trace;
}

/** Each operation of a batch has its own outcome; the batch as a whole arrived. */
function batchOf(answers: readonly Answer[]) {
  const headers: Record<string, string> = Object.assign({}, ...answers.map((each) => each.headers));
  return { status: 200, headers, body: `[${answers.map(({ body }) => body).join()}]` };
}

function requireMethod(request: IncomingMessage, kind: string): void {
  if (kind === 'subscription') {
    throw new HttpRefusal(400, 'a subscription needs a WebSocket, or accept: text/event-stream');
  }
  if (kind === 'mutation' && request.method !== 'POST') {
    throw new HttpRefusal(405, 'a mutation is sent with POST', { headers: { allow: 'POST' } });
  }
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
