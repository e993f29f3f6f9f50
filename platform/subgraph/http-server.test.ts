import { once } from 'node:events';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type ExecutionResult } from 'graphql';
import { WebSocket } from 'ws';
import { AppError } from '../errors.ts';
import { listen } from '../http/listen.ts';
import { ANONYMOUS } from '../identity/viewer.ts';
import { createViewerSigner } from '../identity/viewer-signature.ts';
import { createBoundedQueue } from '../live/bounded-queue.ts';
import { silentLog } from '../telemetry/log.ts';
import { createMetrics } from '../telemetry/metrics.ts';
import type { RequestScope, SubgraphConnection } from './connection.ts';
import { createSubgraphExecutor } from './executor.ts';
import { createHttpConnection } from './http-connection.ts';
import { createSubgraphServer } from './http-server.ts';

const typeDefs = parse(`
  type Query { viewerKind: String! from: String refused: Int broken: Int slow: Int }
  type Subscription { counted: Int! }
`);

const request = (query: string) => ({ query, viewer: ANONYMOUS, requestId: 'r1' });
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** A subgraph behind its own server, with a connection to it. */
async function served() {
  const numbers = createBoundedQueue<{ counted: number }>(10);
  const slow = { isAsked: Promise.withResolvers<void>(), answer: Promise.withResolvers<number>() };
  const resolvers = {
    Query: {
      viewerKind: (_: unknown, __: unknown, { viewer }: RequestScope) => viewer.kind,
      from: (_: unknown, __: unknown, { clientAddress }: RequestScope) => clientAddress,
      refused: () => {
        throw new AppError('NOT_FOUND', 'there is none');
      },
      broken: () => {
        throw new Error('password=1');
      },
      slow: () => (slow.isAsked.resolve(), slow.answer.promise),
    },
    Subscription: { counted: { subscribe: () => numbers } },
  };
  const inProcess = createSubgraphExecutor({
    name: 'numbers',
    schema: buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]),
    createContext: (scope) => scope,
    log: silentLog,
  });
  const signer = createViewerSigner('s'.repeat(32));
  const { server, close } = createSubgraphServer({
    subgraph: inProcess,
    signer,
    log: silentLog,
    metrics: createMetrics(),
    checks: {},
    isDraining: () => false,
  });
  const port = await listen(server, { host: '127.0.0.1', port: 0, setting: 'PORT' });
  const url = `http://127.0.0.1:${port}/graphql`;
  const overHttp = createHttpConnection({ name: 'numbers', url, signer });
  return {
    inProcess,
    overHttp,
    numbers,
    slow,
    url,
    close,
    async [Symbol.asyncDispose]() {
      await overHttp.close();
      await close(0);
    },
  };
}

async function eventsOf(connection: SubgraphConnection) {
  const events = await connection.subscribe(request('subscription { counted }'));
  if (!(Symbol.asyncIterator in events)) throw new Error(JSON.stringify(events));
  return events[Symbol.asyncIterator]() as AsyncIterableIterator<ExecutionResult>;
}

test('answers over HTTP as in process, errors included', async () => {
  await using subgraph = await served();
  const query = request('{ viewerKind refused }');

  const overHttp = await subgraph.overHttp.execute(query);

  expect(overHttp.data).toEqual({ viewerKind: 'anonymous', refused: null });
  expect(overHttp).toEqual(asJson(await subgraph.inProcess.execute(query)));
  const broken = JSON.stringify(await subgraph.overHttp.execute(request('{ broken }')));
  expect(broken).toContain('INTERNAL_SERVER_ERROR');
  expect(broken).not.toContain('password');
});

test('where a change comes from is told over HTTP as in process', async () => {
  await using subgraph = await served();
  for (const connection of [subgraph.inProcess, subgraph.overHttp]) {
    const known = { ...request('{ from }'), clientAddress: '203.0.113.7' };
    expect((await connection.execute(known)).data).toEqual({ from: '203.0.113.7' });
    expect((await connection.execute(request('{ from }'))).data).toEqual({ from: null });
  }
});

test('refuses who was not signed by the gateway, over HTTP and over a socket', async () => {
  await using subgraph = await served();
  const stranger = createHttpConnection({
    name: 'numbers',
    url: subgraph.url,
    signer: createViewerSigner('x'.repeat(32)),
  });

  await expect(stranger.execute(request('{ viewerKind }'))).rejects.toThrow('answered 401');
  const opened = await stranger.subscribe(request('subscription { counted }'));
  const refusal =
    Symbol.asyncIterator in opened
      ? ((await opened[Symbol.asyncIterator]().next()).value as ExecutionResult)
      : opened;
  expect(refusal).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  await stranger.close();
});

test('events arrive over HTTP, and who leaves between two of them is let go at once', async () => {
  await using subgraph = await served();
  const events = await eventsOf(subgraph.overHttp);
  subgraph.numbers.push({ counted: 1 });

  expect((await events.next()).value).toEqual({ data: { counted: 1 } });
  await events.return?.();
  // The resolver's stream ends: nobody waits for what comes.
  expect(await subgraph.numbers.next()).toEqual({ done: true, value: undefined });
});

test('a subgraph that stops ends its event streams with an error, at once', async () => {
  await using subgraph = await served();
  const events = await eventsOf(subgraph.overHttp);
  subgraph.numbers.push({ counted: 1 });
  await events.next();
  const next = events.next();

  await subgraph.close(0);

  expect((await next).value).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
});

test('a client that does not close its socket does not keep the subgraph from stopping', async () => {
  await using subgraph = await served();
  const socket = new WebSocket(subgraph.url.replace('http', 'ws'), 'graphql-transport-ws');
  await once(socket, 'open');
  socket.pause();

  await subgraph.close(0);

  await expect(fetch(subgraph.url)).rejects.toThrow('fetch failed');
  socket.terminate();
});

test('a request under way is answered while the subgraph stops; later ones are not taken', async () => {
  await using subgraph = await served();
  const answer = subgraph.overHttp.execute(request('{ slow }'));
  await subgraph.slow.isAsked.promise;

  const closed = subgraph.close(10_000);
  subgraph.slow.answer.resolve(7);

  expect(await answer).toEqual({ data: { slow: 7 } });
  await subgraph.overHttp.close();
  await closed;
  await expect(fetch(subgraph.url)).rejects.toThrow('fetch failed');
});

test('says what was expected of a request', async () => {
  await using subgraph = await served();
  const post = (body: string) => fetch(subgraph.url, { method: 'POST', body });

  expect((await fetch(`${subgraph.url}/other`)).status).toBe(404);
  expect((await post('{}')).status).toBe(401);
});
