import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLFormattedError } from 'graphql';
import { AppError } from '../../platform/errors.ts';
import { sendJson } from '../../platform/http/health.ts';
import type { Viewer } from '../../platform/identity/viewer.ts';
import { GRAPHQL_PATH } from '../../platform/subgraph/http-protocol.ts';
import type { Authenticate } from '../access/authenticate.ts';
import { leaveBody } from '../http/leave-body.ts';
import type { MaskError } from '../http/mask-errors.ts';
import { readPaidBody } from '../http/read-paid-body.ts';
import { receiveSender, type Payer } from '../http/receive-sender.ts';
import { answerOfError, writeAnswer } from '../http/write-answer.ts';
import { callerKey } from '../operations/caller.ts';
import type { InputBudget } from '../operations/input-budget.ts';
import type { OverflowPolicy } from './backlog.ts';
import { parsePayload, type OperationPayload } from './messages.ts';
import type { Seats } from './seats.ts';
import type { Peer } from './socket-connection.ts';
import type { OperationCaller, StartOperation } from './start-operation.ts';
import { StreamOperation } from './stream-operation.ts';
import { expiresInMs } from './token-expiry.ts';

export interface EventStreamOptions {
  authenticate: Authenticate;
  input: InputBudget;
  start: StartOperation;
  maskError: MaskError;
  newId: () => string;
  maxBodyBytes: number;
  maxStreams: number;
  addressSeats: Seats;
  viewerOperations: Seats;
  overflow: OverflowPolicy;
  onDrop: () => void;
  peerOf: (request: IncomingMessage) => Peer;
}

export interface EventStreams {
  /** Returns false when the request does not ask for an event stream. */
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  /** How many are open. */
  count: () => number;
  /** Ends every stream without a last word, so that clients come back. */
  close: () => void;
}

const STREAM_PATH = `${GRAPHQL_PATH}/stream`;
/** Proxies close a connection on which nothing moves; most wait for half a minute at least. */
const KEEP_ALIVE_MS = 12_000;

/**
 * Operations as Server-Sent Events, for clients without WebSocket: a connection each, the "distinct
 * connections mode" of https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md, by POST.
 */
export function createEventStreams(options: EventStreamOptions): EventStreams {
  const { addressSeats, viewerOperations } = options;
  const streams = new Set<StreamOperation>();

  return {
    async answer(request, response) {
      const [path] = (request.url ?? '').split('?', 1);
      const isAsked = request.headers.accept?.includes('text/event-stream') === true;
      if (path !== STREAM_PATH && (path !== GRAPHQL_PATH || !isAsked)) return false;
      try {
        await open(request, response);
      } catch (error) {
        const answer = answerOfError(error, 'application/json', options.maskError);
        leaveBody(request, response);
        writeAnswer(response, 'application/json', answer);
      }
      return true;
    },
    count: () => streams.size,
    close() {
      for (const stream of streams) stream.cut();
    },
  };

  async function open(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') {
      response.setHeader('allow', 'POST');
      return sendJson(response, 405, { errors: [{ message: 'expected POST' }] });
    }
    if (request.headers['content-type']?.startsWith('application/json') !== true) {
      return sendJson(response, 415, { errors: [{ message: 'expected application/json' }] });
    }
    const peer = options.peerOf(request);
    const requestId = options.newId();
    const sender = receiveSender(request, peer.address, requestId, options);
    try {
      const [viewer, payload] = await Promise.all([sender.viewer, readPayload(request, sender)]);
      if (response.destroyed) return;
      takeSeats(viewer, peer.address, response);
      begin(payload, { ...peer, viewer, requestId }, response);
    } catch (error) {
      await sender.payForRefusal(error);
      throw error;
    }
  }

  async function readPayload(request: IncomingMessage, payer: Payer): Promise<OperationPayload> {
    const body = await readPaidBody(request, options.maxBodyBytes, payer);
    const payload = parsePayload(body);
    if (payload !== undefined) return payload;
    throw new AppError('BAD_USER_INPUT', 'expected a JSON body with a GraphQL operation');
  }

  function takeSeats(viewer: Viewer, address: string, response: ServerResponse): void {
    if (streams.size >= options.maxStreams) {
      throw new AppError('UNAVAILABLE', 'too many event streams are open: try again later');
    }
    if (!addressSeats.take(address)) {
      throw new AppError('RATE_LIMITED', 'too many connections of one address');
    }
    response.once('close', () => addressSeats.release(address));
    const holder = callerKey({ viewer, address });
    if (!viewerOperations.take(holder)) {
      throw new AppError('RATE_LIMITED', 'too many operations at once: complete some first');
    }
    response.once('close', () => viewerOperations.release(holder));
  }

  function begin(
    payload: OperationPayload,
    caller: OperationCaller,
    response: ServerResponse,
  ): void {
    const { overflow: policy, onDrop } = options;
    const operation = new StreamOperation(response, { policy, onDrop });
    streams.add(operation);
    const expiry = expiryOf(caller.viewer, operation);
    // Each on a timer of its own: comments of thousands in one turn would keep everybody waiting.
    const comments = setInterval(() => operation.keepAlive(), KEEP_ALIVE_MS);
    response.once('close', () => {
      clearTimeout(expiry);
      clearInterval(comments);
      streams.delete(operation);
      operation.cancel();
    });
    options.start(payload, caller, operation).catch(() => operation.cut());
  }
}

function expiryOf(viewer: Viewer, operation: StreamOperation): NodeJS.Timeout | undefined {
  const lifetimeMs = expiresInMs(viewer, Date.now());
  return lifetimeMs === undefined
    ? undefined
    : setTimeout(() => operation.fail([TOKEN_EXPIRED]), lifetimeMs);
}

const TOKEN_EXPIRED: GraphQLFormattedError = {
  message: 'the access token has expired: use refreshSession, and subscribe again',
  extensions: { code: 'UNAUTHENTICATED' },
};
