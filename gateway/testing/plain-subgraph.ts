import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, subscribe } from 'graphql';
import { makeServer } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { closeServer, listen } from '../../platform/http/listen.ts';

export interface PlainSubgraph extends AsyncDisposable {
  name: string;
  url: string;
  sdl: string;
  /** Headers of every request, in order. */
  received: IncomingHttpHeaders[];
  /** Breaks every socket, as the end of its process does. */
  cut: () => void;
}

/** A subgraph that knows nothing of this product: GraphQL over HTTP and over graphql-ws at the same URL. */
export async function startPlainSubgraph(
  name: string,
  sdl: string,
  resolvers: object,
): Promise<PlainSubgraph> {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
  const received: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      received.push(request.headers);
      const { query, variables } = JSON.parse(await text(request)) as {
        query: string;
        variables?: Record<string, unknown>;
      };
      const result = await execute({
        schema,
        document: parse(query),
        variableValues: variables ?? {},
      });
      response.setHeader('content-type', 'application/json').end(JSON.stringify(result));
    })();
  });
  const protocol = makeServer({ schema, execute, subscribe });
  const sockets = new WebSocketServer({
    server,
    handleProtocols: () => 'graphql-transport-ws',
  });
  sockets.on('connection', (socket: WebSocket) => {
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (data) => new Promise((resolve) => socket.send(data, () => resolve())),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (listener) =>
          socket.on('message', (data: Buffer) => void listener(data.toString())),
      },
      {},
    );
    socket.once('close', (code, reason) => void closed(code, reason.toString()));
  });
  const port = await listen(server, { host: '127.0.0.1', port: 0, setting: 'port' });

  return {
    name,
    url: `http://127.0.0.1:${port}/graphql`,
    sdl,
    received,
    cut,
    async [Symbol.asyncDispose]() {
      cut();
      sockets.close();
      await closeServer(server, 0);
    },
  };

  function cut(): void {
    for (const socket of sockets.clients) socket.terminate();
  }
}

/** The supergraph of these subgraphs, where they listen. */
export function composePlain(
  subgraphs: readonly Pick<PlainSubgraph, 'name' | 'url' | 'sdl'>[],
): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })),
  );
  if (supergraphSdl === undefined) throw new Error(String(errors));
  return supergraphSdl;
}
