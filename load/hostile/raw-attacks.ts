import { connect, type Socket } from 'node:net';
import { WebSocket } from 'ws';
import type { Served } from './clients.ts';

/** What is done with sockets rather than with bodies. Begins at once; the result tells what became of it. */
export interface RawAttack {
  name: string;
  start: (url: URL) => () => Promise<Served>;
}

const ADDRESS = '10.66.0.9';
const DRIP_MS = 250;
const SLOW_SOCKETS = 500;
const IDLE_SOCKETS = 2_000;
const OPENING_A_TURN = 50;
const PIPES = 8;
const PIPELINED = 500;
const HEADERS = 4_000;
const LIVE_SOCKETS = 40;
const SUBSCRIPTIONS = 200;
const PINGS = 200;

const get = '/graphql?query=%7B__typename%7D';
const head = (lines: readonly string[]): string =>
  [...lines, 'host: plaza', `x-forwarded-for: ${ADDRESS}`, '', ''].join('\r\n');

/** Requests that begin and never come to their end; every other one upgrades and then says nothing. */
const SLOW_BODY = ['POST /graphql HTTP/1.1', 'content-type: application/json'];
const UPGRADE = [
  'GET /graphql HTTP/1.1',
  'connection: Upgrade',
  'upgrade: websocket',
  'sec-websocket-version: 13',
  'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==',
  'sec-websocket-protocol: graphql-transport-ws',
];

export const RAW_ATTACKS: readonly RawAttack[] = [
  {
    name: 'slow sockets',
    start: (url) =>
      holdSockets(url, SLOW_SOCKETS, {
        first: (index) =>
          head(index % 2 === 1 ? UPGRADE : [...SLOW_BODY, 'content-length: 900000']),
        drip: () => 'x',
      }),
  },
  {
    name: 'slow heads',
    start: (url) =>
      holdSockets(url, SLOW_SOCKETS, {
        first: () => 'POST /graphql HTTP/1.1\r\n',
        drip: (tick) => `x-slow-${tick}: ${tick}\r\n`,
      }),
  },
  {
    name: 'many sockets',
    start: (url) => holdSockets(url, IDLE_SOCKETS, { first: () => '', drip: () => '' }),
  },
  {
    name: 'pipelining',
    // Nothing of what is answered is read: what the server keeps for such a client has to have an end.
    start: (url) =>
      holdSockets(url, PIPES, {
        first: () => '',
        drip: () => head([`GET ${get} HTTP/1.1`, 'apollo-require-preflight: 1']).repeat(PIPELINED),
        isDeaf: true,
      }),
  },
  {
    name: 'header flood',
    start: (url) =>
      holdSockets(url, PIPES, {
        first: () => '',
        drip: () =>
          head([
            `GET ${get} HTTP/1.1`,
            ...Array.from({ length: HEADERS }, (_, index) => `x-h-${index}: ${'y'.repeat(20)}`),
          ]),
      }),
  },
  { name: 'subscriptions', start: (url) => floodSockets(url, '10.67.0', subscribe) },
  { name: 'pings', start: (url) => floodSockets(url, '10.67.1', ping) },
];

interface Held {
  first: (index: number) => string;
  /** What each socket sends again and again. */
  drip: (tick: number) => string;
  /** Reads nothing. */
  isDeaf?: boolean;
}

/** So many connections at any time: one that the server ends is replaced by the next. */
function holdSockets(url: URL, count: number, held: Held): () => Promise<Served> {
  const served: Served = { ms: [], outcomes: new Map() };
  const note = (what: string) => served.outcomes.set(what, (served.outcomes.get(what) ?? 0) + 1);
  const sockets = new Set<Socket>();
  let tick = 0;
  let isOver = false;

  function open(index: number): void {
    const socket = connect(Number(url.port), url.hostname);
    sockets.add(socket);
    // The other side ends what is too slow: that is what it should do.
    socket.on('error', (error: NodeJS.ErrnoException) => note(error.code ?? error.name));
    if (held.isDeaf === true) socket.pause();
    else socket.on('data', (data: Buffer) => note(data.toString('latin1', 9, 12)));
    socket.once('close', () => {
      sockets.delete(socket);
      if (!isOver) note('closed');
    });
    const first = held.first(index);
    if (first !== '') socket.write(first);
  }

  const drip = setInterval(() => {
    tick += 1;
    for (let missing = Math.min(OPENING_A_TURN, count - sockets.size); missing > 0; missing -= 1) {
      open(missing);
    }
    const text = held.drip(tick);
    if (text === '') return;
    for (const socket of sockets)
      if (socket.writable && !socket.writableNeedDrain) socket.write(text);
  }, DRIP_MS);
  return () => {
    isOver = true;
    clearInterval(drip);
    note(`open at the end: ${sockets.size}`);
    for (const socket of sockets) socket.destroy();
    return Promise.resolve(served);
  };
}

const subscribe = (socket: WebSocket): void => {
  for (let id = 1; id <= SUBSCRIPTIONS; id += 1) {
    const query = `subscription { a${id % 10}: leaderboardChanged(modeId: "raid") { __typename } }`;
    socket.send(JSON.stringify({ id: String(id), type: 'subscribe', payload: { query } }));
  }
  for (let id = 1; id <= SUBSCRIPTIONS; id += 1) {
    socket.send(JSON.stringify({ id: String(id), type: 'complete' }));
  }
};

const ping = (socket: WebSocket): void => {
  for (let sent = 0; sent < PINGS; sent += 1) socket.send('{"type":"ping"}');
};

/** Sockets of graphql-transport-ws that are acknowledged, and then do the same again and again. */
function floodSockets(
  url: URL,
  network: string,
  flood: (socket: WebSocket) => void,
): () => Promise<Served> {
  const served: Served = { ms: [], outcomes: new Map() };
  const note = (what: string) => served.outcomes.set(what, (served.outcomes.get(what) ?? 0) + 1);
  const sockets = new Set<WebSocket>();
  const acknowledged = new WeakSet<WebSocket>();
  let isOver = false;

  function open(): void {
    const socket = new WebSocket(url.href.replace('http', 'ws'), 'graphql-transport-ws', {
      headers: { 'x-forwarded-for': `${network}.${sockets.size % 4}` },
    });
    sockets.add(socket);
    socket.once('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('message', (data: Buffer) => {
      acknowledged.add(socket);
      note(kindOf(data.toString('latin1', 0, 300)));
    });
    socket.on('error', () => undefined);
    socket.once('close', (code) => {
      sockets.delete(socket);
      if (!isOver) note(`closed with ${code}`);
    });
  }

  const again = setInterval(() => {
    while (sockets.size < LIVE_SOCKETS) open();
    for (const socket of sockets) {
      if (socket.readyState === WebSocket.OPEN && acknowledged.has(socket)) flood(socket);
    }
  }, DRIP_MS);
  return () => {
    isOver = true;
    clearInterval(again);
    for (const socket of sockets) socket.terminate();
    return Promise.resolve(served);
  };
}

function kindOf(frame: string): string {
  const [, code] = /"code":"(\w+)"/.exec(frame) ?? [];
  const [, type = 'other'] = /"type":"(\w+)"/.exec(frame) ?? [];
  return code ?? type;
}
