import { createServer } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parse } from 'graphql';
import { WebSocketServer } from 'ws';
import { closeServer, listen } from '../../platform/http/listen.ts';
import { ANONYMOUS } from '../../platform/identity/viewer.ts';
import { createHttpConnection } from '../../platform/subgraph/http-connection.ts';
import { silentLog } from '../../platform/telemetry/log.ts';
import { parseTraceparent } from '../../platform/telemetry/trace.ts';
import type { Tracing } from '../../platform/telemetry/tracing.ts';
import { keepTraces, pathsOf } from '../../platform/testing/traces.ts';
import { createCompiledExecutor } from '../execution/compiled/compiled-executor.ts';
import { createPrepareOperation } from '../execution/prepare-operation.ts';
import { createMaskError } from '../http/mask-errors.ts';
import { createAdmitOperation } from './admit-operation.ts';
import { createOpenUpstream } from './open-upstream.ts';
import { createStartOperation } from './start-operation.ts';
import { createSubscriptionGroups } from './subscription-groups.ts';
import { newsSupergraph } from './testing/news-graph.ts';

const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
const QUERY = 'subscription { inbox { id } }';

/** A subgraph over WebSocket that notes what it is asked, and a client who subscribes once. */
async function startNews(tracing: Tracing | undefined) {
  const asked: Record<string, unknown>[] = [];
  const server = createServer();
  const sockets = new WebSocketServer({ server, handleProtocols: () => 'graphql-transport-ws' });
  sockets.on('connection', (socket) => {
    socket.on('message', (data: Buffer) => {
      const { type, payload } = JSON.parse(data.toString()) as {
        type: string;
        payload?: { extensions: Record<string, unknown> };
      };
      if (type === 'connection_init') socket.send(JSON.stringify({ type: 'connection_ack' }));
      if (type === 'subscribe') asked.push(payload?.extensions ?? {});
    });
  });
  const port = await listen(server, { host: '127.0.0.1', port: 0, setting: 'PORT' });
  const connection = createHttpConnection({ name: 'news', url: `http://127.0.0.1:${port}/` });
  const maskError = createMaskError(silentLog);
  const groups = createSubscriptionGroups({
    executor: createCompiledExecutor({ connect: () => connection, log: silentLog }),
    openUpstream: createOpenUpstream(() => connection),
    isServed: () => true,
    maskError,
    log: silentLog,
    newId: () => 'id',
    tracing,
    backoff: { firstMs: 1, maxMs: 1, attempts: 10 },
  });
  const prepared = await createPrepareOperation(newsSupergraph)(parse(QUERY), null, ANONYMOUS);
  const admit = createAdmitOperation({
    graphs: { run: (work) => work({} as never) },
    admit: () =>
      Promise.resolve({ prepared, operation: prepared.operation, variables: {} } as never),
    input: {
      requireRoom: ignore,
      takeBytes: () => undefined,
      takeRefusal: () => Promise.resolve(),
    },
    run: () => Promise.reject(new Error('expected a subscription')),
    tracing,
  });
  const start = createStartOperation({ admit, groups, maskError });
  return {
    asked,
    subscribe(extensions: Record<string, unknown>) {
      const member = { next: ignore, fail: ignore, complete: ignore };
      const caller = { viewer: ANONYMOUS, requestId: 'r', address: 'here' };
      const payload = { query: QUERY, extensions };
      return start(payload, caller, { ...member, isOver: () => false, started: ignore });
    },
    async untilAsked(times: number) {
      while (asked.length < times) await nextTurn();
    },
    lose() {
      for (const socket of sockets.clients) socket.terminate();
    },
    async [Symbol.asyncDispose]() {
      groups.endAll();
      await connection.close();
      await closeServer(server, 0);
    },
  };
}

const ignore = (): void => undefined;

const traceIdOf = (extensions: Record<string, unknown> | undefined) =>
  parseTraceparent(extensions?.['traceparent'])?.traceId;

test('the trace of who subscribes goes on in the subgraph; a stream that is opened again has its own', async () => {
  await using traces = await keepTraces();
  {
    await using news = await startNews(traces.tracing);
    await news.subscribe({ traceparent: `00-${TRACE_ID}-b7ad6b7169203331-01` });
    await news.untilAsked(1);
    expect(traceIdOf(news.asked[0])).toBe(TRACE_ID);
    expect(news.asked[0]?.['traceparent']).not.toContain('b7ad6b7169203331');

    news.lose();
    await news.untilAsked(2);
    expect(traceIdOf(news.asked[1])).toEqual(expect.any(String));
    expect(traceIdOf(news.asked[1])).not.toBe(TRACE_ID);
  }
  expect(pathsOf(await traces.sent())).toEqual(['operation', 'operation > subscribe', 'subscribe']);
});

test('who asked not to be sampled is not, and the subgraph is told so', async () => {
  await using traces = await keepTraces();
  await using news = await startNews(traces.tracing);
  await news.subscribe({ traceparent: `00-${TRACE_ID}-b7ad6b7169203331-00` });
  await news.untilAsked(1);
  expect(parseTraceparent(news.asked[0]?.['traceparent'])).toMatchObject({
    traceId: TRACE_ID,
    isSampled: false,
  });
});

test('where nothing is traced nothing of it travels', async () => {
  await using news = await startNews(undefined);
  await news.subscribe({ traceparent: `00-${TRACE_ID}-b7ad6b7169203331-01` });
  await news.untilAsked(1);
  expect(news.asked[0]).not.toHaveProperty('traceparent');
});
