import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';

const AGAIN_MS = 50;

export interface Listening<Event> extends AsyncDisposable {
  /** What has been heard so far. */
  heard: readonly Event[];
  /** Resolves when so many events have been heard. */
  until: (count: number) => Promise<void>;
  /** How often the connection was made. */
  connections: () => number;
}

/** A client of one subscription that comes back whenever its socket breaks, and then says where it is. */
export function keepListening<Event>(
  url: string,
  accessToken: string,
  subscribe: (heard: readonly Event[]) => { query: string; variables: Record<string, unknown> },
): Listening<Event> {
  const heard: Event[] = [];
  let socket: Client | undefined;
  const end = new AbortController();
  let connections = 0;
  let tell = Promise.withResolvers<void>();

  async function listen(): Promise<void> {
    while (!end.signal.aborted) {
      connections += 1;
      socket = createClient({
        url: `${url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { authorization: `Bearer ${accessToken}` },
        retryAttempts: 0,
      });
      try {
        for await (const { data } of socket.iterate<Event>(subscribe(heard))) {
          if (data == null) continue;
          heard.push(data);
          tell.resolve();
          tell = Promise.withResolvers();
        }
      } catch {
        // The socket has broken, or there is nobody to connect to yet.
      }
      await socket.dispose();
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }

  const listening = listen();
  return {
    heard,
    async until(count) {
      while (heard.length < count) await tell.promise;
    },
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      end.abort();
      await socket?.dispose();
      await listening;
    },
  };
}
