import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, type GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { preciseNow } from '../driver/precise-now.ts';
import { PRODUCTS, TICKS } from './schemas.ts';

// Both subgraphs in a process of their own. It tells its parent where they listen and how many listen to
// it, and sends an event when told so.
type Listen = (at: number) => void;
const listeners = new Set<Listen>();
/** Told in one turn: a broker's messages for many topics come in many reads, too. */
const LISTENERS_A_TURN = 200;

/** One event after the other, for whoever reads as fast as this bench sends. */
function ticks(field: string): AsyncIterableIterator<object> {
  const events: object[] = [];
  let waiting: ((result: IteratorResult<object>) => void) | undefined;
  const listen = (at: number) => {
    const event = { [field]: { at, product: { id: '1' } } };
    if (waiting === undefined) return void events.push(event);
    waiting({ done: false, value: event });
    waiting = undefined;
  };
  listeners.add(listen);
  return {
    next() {
      const value = events.shift();
      if (value !== undefined) return Promise.resolve({ done: false, value });
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
    return() {
      listeners.delete(listen);
      waiting?.({ done: true, value: undefined });
      return Promise.resolve({ done: true, value: undefined });
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function publish(): Promise<void> {
  const at = preciseNow();
  let told = 0;
  for (const listen of listeners) {
    listen(at);
    told += 1;
    if (told % LISTENERS_A_TURN === 0) await nextTurn();
  }
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
  if (message === 'publish') void publish();
  if (message === 'count') process.send?.({ kind: 'count', listeners: listeners.size });
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
