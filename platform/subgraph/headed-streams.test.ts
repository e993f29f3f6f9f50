import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { WebSocketServer } from 'ws';
import { closeServer, listen } from '../http/listen.ts';
import { createHeadedStreams, type HeadedStreams } from './headed-streams.ts';

interface Opened {
  headers: IncomingHttpHeaders;
  init: unknown;
}

let server: Server;
let sockets: WebSocketServer;
let opened: Opened[];
let streams: HeadedStreams;

beforeEach(async () => {
  opened = [];
  server = createServer();
  sockets = new WebSocketServer({ server, handleProtocols: () => 'graphql-transport-ws' });
  sockets.on('connection', (socket, { headers }) => {
    socket.on('message', (data: Buffer) => {
      const { type, payload } = JSON.parse(data.toString()) as { type: string; payload?: unknown };
      if (type !== 'connection_init') return;
      opened.push({ headers, init: payload });
      socket.send(JSON.stringify({ type: 'connection_ack' }));
    });
  });
  const port = await listen(server, { host: '127.0.0.1', port: 0, setting: 'PORT' });
  streams = createHeadedStreams({ name: 'news', url: `ws://127.0.0.1:${port}` });
});
afterEach(async () => {
  await streams.close();
  await closeServer(server, 0);
});

async function open(headers: Record<string, string> | undefined) {
  const events = await streams.open({ query: 'subscription { a }' }, headers, undefined);
  if (!(Symbol.asyncIterator in events)) throw new Error(JSON.stringify(events));
  return events[Symbol.asyncIterator]();
}

async function untilOpen(count: number): Promise<void> {
  while (sockets.clients.size !== count) await nextTurn();
}

test('forwarded headers stand in the request that opens a connection and in its connection_init', async () => {
  const headers = { authorization: 'Bearer ada', 'x-tenant': 'blue' };
  await open(headers);
  expect(opened[0]?.headers).toMatchObject(headers);
  expect(opened[0]?.init).toEqual(headers);
});

test('streams of the same headers share a connection, those of others have their own', async () => {
  await open({ authorization: 'ada', 'x-tenant': 'blue' });
  await open({ 'x-tenant': 'blue', authorization: 'ada' });
  await open({ authorization: 'ben', 'x-tenant': 'blue' });
  await open({});
  await open(undefined);
  expect(opened.map(({ init }) => init)).toEqual([
    { authorization: 'ada', 'x-tenant': 'blue' },
    { authorization: 'ben', 'x-tenant': 'blue' },
    undefined,
  ]);
});

test('a connection closes with its last stream, and the next one opens it anew', async () => {
  const headers = { authorization: 'ada' };
  const [one, other] = [await open(headers), await open(headers)];
  await one.return?.();
  // Leaving twice is leaving once.
  await one.return?.();
  await nextTurn();
  expect(sockets.clients.size).toBe(1);
  await other.return?.();
  await untilOpen(0);
  await open(headers);
  expect(opened).toHaveLength(2);
});
