import { createServer, type Server } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ExecutionResult } from 'graphql';
import { WebSocketServer, type WebSocket } from 'ws';
import { closeServer, listen } from '../http/listen.ts';
import { createEventStreams, type EventStreams } from './event-streams.ts';

/** A subgraph's side, played frame by frame. */
interface Peer {
  sockets: WebSocket[];
  /** `type id` of what has arrived. */
  received: string[];
  send: (message: object) => void;
  isSilent: boolean;
}

let server: Server;
let peer: Peer;
let streams: EventStreams;

beforeEach(async () => {
  server = createServer();
  peer = { sockets: [], received: [], isSilent: false, send };
  const sockets = new WebSocketServer({ server, handleProtocols: () => 'graphql-transport-ws' });
  sockets.on('connection', (socket) => {
    peer.sockets.push(socket);
    socket.on('message', (data: Buffer) => {
      const { type, id = '' } = JSON.parse(data.toString()) as { type: string; id?: string };
      peer.received.push(`${type} ${id}`.trim());
      if (peer.isSilent) return;
      if (type === 'connection_init') send({ type: 'connection_ack' });
      if (type === 'ping') send({ type: 'pong' });
    });
  });
  const port = await listen(server, { host: '127.0.0.1', port: 0, setting: 'PORT' });
  streams = createEventStreams({
    name: 'news',
    url: `ws://127.0.0.1:${port}`,
    pingMs: 100,
    maxWaiting: 5,
  });

  function send(message: object): void {
    peer.sockets.at(-1)?.send(JSON.stringify(message));
  }
});
afterEach(async () => {
  await streams.close();
  for (const socket of peer.sockets) socket.terminate();
  await closeServer(server, 0);
});

async function opened(): Promise<{ events: AsyncIterator<ExecutionResult>; id: string }> {
  const before = subscribed().length;
  const events = await streams.open({ query: 'subscription { a }' }, undefined);
  if (!(Symbol.asyncIterator in events)) throw new Error(JSON.stringify(events));
  while (subscribed().length === before) await nextTurn();
  return { events: events[Symbol.asyncIterator](), id: subscribed().at(-1) ?? '' };
}

const subscribed = () =>
  peer.received.filter((each) => each.startsWith('subscribe ')).map((each) => each.slice(10));

const LOST = { value: { errors: [{ extensions: { code: 'UNAVAILABLE' } }] }, done: false };

test('streams share a connection, and one that is refused says why', async () => {
  const first = await opened();
  const second = await opened();
  expect(peer.sockets).toHaveLength(1);

  peer.send({ id: first.id, type: 'error', payload: [{ message: 'no such order' }] });
  peer.send({ id: second.id, type: 'next', payload: { data: { a: 1 } } });
  peer.send({ id: second.id, type: 'complete' });
  expect(await first.events.next()).toMatchObject({
    value: { errors: [{ message: 'no such order' }] },
  });
  expect(await second.events.next()).toMatchObject({ value: { data: { a: 1 } } });
  expect((await second.events.next()).done).toBe(true);
});

test('a connection that is lost ends each stream with UNAVAILABLE, and the next one connects anew', async () => {
  const { events } = await opened();
  peer.sockets[0]?.terminate();
  expect(await events.next()).toMatchObject(LOST);
  expect((await events.next()).done).toBe(true);

  const again = await opened();
  peer.send({ id: again.id, type: 'next', payload: { data: { a: 2 } } });
  expect(await again.events.next()).toMatchObject({ value: { data: { a: 2 } } });
  expect(peer.sockets).toHaveLength(2);
});

test('a subgraph that falls silent counts as lost', async () => {
  const { events } = await opened();
  peer.isSilent = true;
  expect(await events.next()).toMatchObject(LOST);
});

test('events that nobody reads in time are dropped, and the next one says so', async () => {
  const { events, id } = await opened();
  const other = await opened();
  for (let a = 1; a <= 7; a += 1) peer.send({ id, type: 'next', payload: { data: { a } } });
  peer.send({ id: other.id, type: 'next', payload: { data: { a: 'after them' } } });
  await other.events.next();

  expect(await events.next()).toMatchObject({
    value: { data: { a: 3 }, extensions: { gap: true } },
  });
  expect(await events.next()).toEqual({ value: { data: { a: 4 } }, done: false });
});

test('a subgraph that cannot be reached is told at once', async () => {
  await closeServer(server, 0);
  const refused = await streams.open({ query: 'subscription { a }' }, undefined);
  expect(refused).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
});

test('an aborted stream is completed at the subgraph, and others go on', async () => {
  const other = await opened();
  const stop = new AbortController();
  const events = await streams.open({ query: 'subscription { a }' }, stop.signal);
  while (subscribed().length < 2) await nextTurn();
  stop.abort();
  const id = subscribed().at(-1) ?? '';
  while (!peer.received.includes(`complete ${id}`)) await nextTurn();

  peer.send({ id: other.id, type: 'next', payload: { data: { a: 3 } } });
  expect(await other.events.next()).toMatchObject({ value: { data: { a: 3 } } });
  expect(Symbol.asyncIterator in events).toBe(true);
});
