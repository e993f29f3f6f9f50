import type { SubscribePayload } from 'graphql-ws';
import { AppError } from '../errors.ts';
import type { SubgraphConnection } from './connection.ts';
import {
  createEventStreams,
  type EventStreams,
  type EventStreamsOptions,
} from './event-streams.ts';

type Headers = Readonly<Record<string, string>>;

export interface HeadedStreams {
  /** As `EventStreams.open`, on a connection that was made with these headers. */
  open: (
    payload: SubscribePayload,
    headers: Headers | undefined,
    signal: AbortSignal | undefined,
  ) => ReturnType<SubgraphConnection['subscribe']>;
  close: () => Promise<void>;
}

interface Connection {
  streams: EventStreams;
  /** Streams that are open or being opened. */
  uses: number;
}

/** Connections of different headers at once: each is a socket. */
const MAX_CONNECTIONS = 10_000;

/**
 * The event streams of a subgraph. Those without forwarded headers share one connection; those with headers
 * have one for each set of them, which stands in the request that opens it and in its `connection_init`,
 * where subgraphs of any make look for them. It is closed when its last stream has ended.
 */
export function createHeadedStreams(options: EventStreamsOptions): HeadedStreams {
  const shared = createEventStreams(options);
  const connections = new Map<string, Connection>();

  return {
    async open(payload, headers, signal) {
      if (headers === undefined || Object.keys(headers).length === 0) {
        return shared.open(payload, signal);
      }
      const key = JSON.stringify(Object.entries(headers).toSorted(([a], [b]) => (a < b ? -1 : 1)));
      const connection = connectionOf(key, headers);
      connection.uses += 1;
      const leave = createLeave(key, connection);
      try {
        const opened = await connection.streams.open(payload, signal);
        if (Symbol.asyncIterator in opened) return whenOver(opened, leave);
        leave();
        return opened;
      } catch (error) {
        leave();
        throw error;
      }
    },

    async close() {
      const all = [shared, ...Array.from(connections.values(), ({ streams }) => streams)];
      connections.clear();
      await Promise.all(all.map((streams) => streams.close()));
    },
  };

  function connectionOf(key: string, headers: Headers): Connection {
    const known = connections.get(key);
    if (known !== undefined) return known;
    if (connections.size >= MAX_CONNECTIONS) {
      const { name } = options;
      throw new AppError('UNAVAILABLE', `too many event streams of ${name}: try again later`);
    }
    const connection = { streams: createEventStreams({ ...options, headers }), uses: 0 };
    connections.set(key, connection);
    return connection;
  }

  function createLeave(key: string, connection: Connection): () => void {
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      connection.uses -= 1;
      if (connection.uses > 0) return;
      if (connections.get(key) === connection) connections.delete(key);
      // A socket that is lost while it closes is closed.
      connection.streams.close().catch(() => undefined);
    };
  }
}

/** The same events; calls once when they are over or nobody reads them any more. */
function whenOver<Event>(
  events: AsyncIterable<Event>,
  leave: () => void,
): AsyncIterableIterator<Event> {
  const source = events[Symbol.asyncIterator]();
  return {
    async next() {
      const event = await source.next();
      if (event.done === true) leave();
      return event;
    },
    async return() {
      await source.return?.();
      leave();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
