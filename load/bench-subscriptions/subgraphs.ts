import { EventEmitter, on } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, type GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { preciseNow } from './now.ts';
import { PRODUCTS, TICKS } from './schemas.ts';

// Both subgraphs in a process of their own. It tells its parent where they listen and how many listen to
// it, and sends an event when told so.
const emitter = new EventEmitter().setMaxListeners(0);

async function* ticks(field: string) {
  for await (const [at] of on(emitter, 'tick')) yield { [field]: { at, product: { id: '1' } } };
}

const tickSchema = buildSubgraphSchema([
  {
    typeDefs: parse(TICKS),
    resolvers: {
      Query: { started: () => true },
      Subscription: {
        tick: { subscribe: () => ticks('tick') },
        myTick: { subscribe: () => ticks('myTick') },
      },
    },
  },
]);
const productSchema = buildSubgraphSchema([
  {
    typeDefs: parse(PRODUCTS),
    resolvers: {
      Product: {
        __resolveReference: ({ id }: { id: string }) => ({ id, name: `Product ${id}`, price: 900 }),
      },
    },
  },
]);

const tickServer = serve(tickSchema);
useServer({ schema: tickSchema }, new WebSocketServer({ server: tickServer }));
process.send?.({
  kind: 'ready',
  urls: { ticks: await urlOf(tickServer), products: await urlOf(serve(productSchema)) },
});
process.on('message', (message) => {
  if (message === 'publish') emitter.emit('tick', preciseNow());
  if (message === 'count') {
    process.send?.({ kind: 'count', listeners: emitter.listenerCount('tick') });
  }
});

function serve(schema: GraphQLSchema): Server {
  const documents = new Map<string, ReturnType<typeof parse>>();
  return createServer((request, response) => {
    void (async () => {
      const { query, variables } = JSON.parse(await text(request)) as {
        query: string;
        variables?: Record<string, unknown>;
      };
      const document = documents.get(query) ?? parse(query);
      documents.set(query, document);
      const result = await execute({ schema, document, variableValues: variables ?? {} });
      response.setHeader('content-type', 'application/json').end(JSON.stringify(result));
    })();
  });
}

function urlOf(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
    });
  });
}
