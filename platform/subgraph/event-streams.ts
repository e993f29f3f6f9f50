import { GraphQLError, type ExecutionResult } from 'graphql';
import { createClient, type SubscribePayload } from 'graphql-ws';
import { WebSocket } from 'ws';
import { createBoundedQueue } from '../live/bounded-queue.ts';
import type { SubgraphConnection } from './connection.ts';

export interface EventStreamsOptions {
  /** Of the subgraph. */
  name: string;
  /** ws://host:port/graphql */
  url: string;
  /** Of the request that opens the connection, and in its `connection_init`. */
  headers?: Readonly<Record<string, string>>;
  pingMs?: number;
  /** Events of one subscription that wait for a slow consumer; then the oldest go. */
  maxWaiting?: number;
}

export interface EventStreams {
  /**
   * Resolves when the subgraph has been reached. A connection that is lost later ends the stream with a
   * result of code UNAVAILABLE and no data: whoever reads it opens it again, and knows of the gap. An event
   * before which others were dropped carries `extensions.gap`.
   */
  open: (
    payload: SubscribePayload,
    signal: AbortSignal | undefined,
  ) => ReturnType<SubgraphConnection['subscribe']>;
  close: () => Promise<void>;
}

const MAX_WAITING_EVENTS = 1_000;
const MAX_MESSAGE_BYTES = 16_000_000;
const CONNECT_MS = 5_000;
const PING_MS = 10_000;

/** The event streams of one subgraph, over one graphql-ws connection that is opened when needed. */
export function createEventStreams(options: EventStreamsOptions): EventStreams {
  const { name, url, headers, pingMs = PING_MS, maxWaiting = MAX_WAITING_EVENTS } = options;
  let isConnected = false;
  let whenUnanswered: NodeJS.Timeout | undefined;
  let streams = 0;

  const client = createClient({
    url,
    webSocketImpl: socketWith(headers),
    ...(headers !== undefined && { connectionParams: { ...headers } }),
    lazy: true,
    // The client finds who listens by the id of each message: by a number in a tenth of the time that a UUID takes.
    generateID: () => String(++streams),
    retryAttempts: 0,
    connectionAckWaitTimeout: CONNECT_MS,
    keepAlive: pingMs,
    on: {
      connected: () => {
        isConnected = true;
      },
      closed: () => {
        isConnected = false;
        clearTimeout(whenUnanswered);
      },
      ping: (isReceived) => {
        // A subgraph that does not answer a ping is gone, although nobody closed the connection.
        if (!isReceived) whenUnanswered = setTimeout(() => client.terminate(), pingMs);
      },
      pong: (isReceived) => {
        if (isReceived) clearTimeout(whenUnanswered);
      },
    },
  });

  return {
    async open(payload, signal) {
      const reached = Promise.withResolvers<undefined>();
      let refusal: ExecutionResult | undefined;
      let hasGap = false;
      const events = createBoundedQueue<ExecutionResult>(
        maxWaiting,
        () => stop(),
        () => {
          hasGap = true;
        },
      );
      const stop = client.subscribe(payload, {
        next(result) {
          events.push(result as ExecutionResult);
        },
        error(error) {
          refusal = { errors: asGraphQLErrors(name, error) };
          events.push(refusal);
          events.finish();
          reached.resolve(undefined);
        },
        complete() {
          events.finish();
          reached.resolve(undefined);
        },
      });
      const abort = () => events.end();
      signal?.addEventListener('abort', abort, { once: true });

      if (!isConnected) {
        const unlisten = client.on('connected', () => reached.resolve(undefined));
        await reached.promise;
        unlisten();
      }
      return (
        refusal ??
        markGaps(events, () => {
          const isMissing = hasGap;
          hasGap = false;
          return isMissing;
        })
      );
    },
    close: async () => {
      await client.dispose();
    },
  };
}

/** The first event that is read after others were dropped says so. */
function markGaps(
  events: AsyncIterableIterator<ExecutionResult>,
  takeGap: () => boolean,
): AsyncIterableIterator<ExecutionResult> {
  return {
    // One promise less for each of the many events before which nothing was dropped.
    next: () => (takeGap() ? events.next().then(afterGap) : events.next()),
    async return() {
      await events.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

function afterGap(event: IteratorResult<ExecutionResult>): IteratorResult<ExecutionResult> {
  if (event.done === true) return event;
  const extensions = { ...event.value.extensions, gap: true };
  return { done: false, value: { ...event.value, extensions } };
}

/** With the bounds, and the headers, that the client library does not set. */
function socketWith(headers: Readonly<Record<string, string>> = {}) {
  return class extends WebSocket {
    constructor(url: string, protocols: string | string[]) {
      super(url, protocols, {
        handshakeTimeout: CONNECT_MS,
        maxPayload: MAX_MESSAGE_BYTES,
        headers: { ...headers },
      });
    }
  };
}

/** graphql-ws reports a refused operation as a list of errors, and a lost connection as a close event. */
function asGraphQLErrors(name: string, error: unknown): readonly GraphQLError[] {
  if (Array.isArray(error)) return error as GraphQLError[];
  const message = `the event stream of ${name} was lost: subscribe again`;
  return [new GraphQLError(message, { extensions: { code: 'UNAVAILABLE' } })];
}
