import { setImmediate as nextTurn } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { greet, openRawSocket, type RawSocket } from './testing/raw-socket.ts';
import { startLiveServer, type LiveServer, type LiveServerOptions } from './testing/live-server.ts';

let live: LiveServer;
const start = async (options: LiveServerOptions) => {
  live = await startLiveServer(options);
};
afterEach(() => live.stop());

const subscribe = (id: string, query: string) => ({ id, type: 'subscribe', payload: { query } });
const HEADLINE = 'subscription { headline { id } }';
const TITLES = 'subscription { headline { id title } }';

const from = (address: string) =>
  openRawSocket(live.url, { headers: { 'x-forwarded-for': address } });

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await nextTurn();
}

const metric = async (name: string) =>
  Number(new RegExp(`^${name} (\\d+)`, 'm').exec(await live.metrics.metrics())?.[1]);

const codes = async () =>
  Array.from(
    (await live.metrics.metrics()).matchAll(/closes_total\{code="(\w+)"\} (\d+)/g),
    ([, code, count]) => `${code}: ${count}`,
  ).toSorted();

async function pong(client: RawSocket): Promise<void> {
  client.send({ type: 'ping' });
  expect(await client.next()).toEqual({ type: 'pong' });
}

/** Resolves when all of them are answered. */
async function sendPings(client: RawSocket, count: number): Promise<void> {
  for (let sent = 0; sent < count; sent += 1) client.send({ type: 'ping' });
  for (let answered = 0; answered < count; answered += 1) {
    expect(await client.next()).toEqual({ type: 'pong' });
  }
}

describe('limits', () => {
  test('sockets of one address, which are free again when they close', async () => {
    await start({ settings: { GATEWAY_MAX_SOCKETS_PER_ADDRESS: '2' } });
    const first = await from('a');
    await from('a');
    await expect(from('a')).rejects.toThrow('429');
    await from('b');

    first.close();
    await first.closed;
    await until(async () => (await metric('gateway_sockets')) === 2);
    await from('a');
  });

  test('why sockets have ended is counted, and what a client makes up is no new count', async () => {
    await start({ settings: { GATEWAY_MAX_SOCKETS_PER_ADDRESS: '1' } });
    const first = await from('a');
    await expect(from('a')).rejects.toThrow('429');
    first.send('nonsense');
    await first.closed;
    const second = await from('b');
    second.socket.close(4999, 'made up');
    await second.closed;
    const third = await from('c');
    third.socket.terminate();
    await until(async () => (await codes()).length === 4);
    expect(await codes()).toEqual(['1006: 1', '4400: 1', 'other: 1', 'refused: 1']);
  });

  test('sockets of all', async () => {
    await start({ settings: { GATEWAY_MAX_SOCKETS: '1' } });
    await greet(live.url);
    await expect(openRawSocket(live.url)).rejects.toThrow('503');
  });

  test('sockets of one viewer: the code lets clients try again', async () => {
    await start({ settings: { GATEWAY_MAX_SOCKETS_PER_VIEWER: '1' } });
    await greet(live.url, 'Bearer user:ada');
    await greet(live.url, 'Bearer user:ben');
    const second = await openRawSocket(live.url);
    second.send({ type: 'connection_init', payload: { Authorization: 'Bearer user:ada' } });
    expect((await second.closed).code).toBe(1013);
  });

  test('operations of one socket, which are free again when they are over', async () => {
    await start({ settings: { GATEWAY_MAX_OPERATIONS_PER_SOCKET: '2' } });
    const client = await greet(live.url);
    for (const id of ['1', '2', '3']) client.send(subscribe(id, HEADLINE));
    expect(await client.next()).toMatchObject({
      id: '3',
      type: 'error',
      payload: [{ extensions: { code: 'RATE_LIMITED' } }],
    });
    client.send({ id: '1', type: 'complete' });
    client.send(subscribe('3', '{ hello }'));
    expect(await client.next()).toMatchObject({ id: '3', type: 'next' });
  });

  test('messages of one socket: who sends too many is not read for a while, and others are', async () => {
    await start({ settings: { GATEWAY_MAX_MESSAGES_PER_SOCKET: '1' } });
    const [flooding, other] = [await greet(live.url), await greet(live.url)];
    const isRead = sendPings(flooding, 50).then(() => 'read');
    const isOtherRead = pong(other).then(() => 'the other one is read');
    expect(await Promise.race([isRead, isOtherRead])).toBe('the other one is read');
    isRead.catch(() => undefined);
  });

  test('messages of one socket: what waits is read later', async () => {
    await start({ settings: { GATEWAY_MAX_MESSAGES_PER_SOCKET: '100' } });
    const flooding = await greet(live.url);
    await sendPings(flooding, 450);
    flooding.send({ type: 'ping' });
    expect(await flooding.next()).toEqual({ type: 'pong' });
  });

  test('operations of one viewer over all sockets', async () => {
    await start({ settings: { GATEWAY_MAX_OPERATIONS_PER_VIEWER: '1' } });
    const [first, second, other] = await Promise.all([
      greet(live.url, 'Bearer user:ada'),
      greet(live.url, 'Bearer user:ada'),
      greet(live.url, 'Bearer user:ben'),
    ]);
    first.send(subscribe('1', HEADLINE));
    await until(async () => (await metric('gateway_live_operations')) === 1);
    second.send(subscribe('1', HEADLINE));
    expect(await second.next()).toMatchObject({ type: 'error' });
    other.send(subscribe('1', '{ hello }'));
    expect(await other.next()).toMatchObject({ type: 'next' });

    first.socket.terminate();
    await until(async () => (await metric('gateway_live_operations')) === 0);
    second.send(subscribe('1', '{ hello }'));
    expect(await second.next()).toMatchObject({ type: 'next' });
  });
});

describe('a client that does not read', () => {
  const EVENTS = 200;
  const title = 'x'.repeat(100_000);

  async function overflow(policy: string) {
    await start({ settings: { GATEWAY_SLOW_SUBSCRIBERS: policy } });
    const [slow, quick] = [await greet(live.url), await greet(live.url)];
    for (const client of [slow, quick]) client.send(subscribe('1', TITLES));
    await until(async () => (await metric('gateway_live_operations')) === 2);
    await until(() => live.upstreams.length === 1);
    slow.socket.pause();
    for (let event = 1; event <= EVENTS; event += 1) {
      live.upstreams[0]?.publish({ id: String(event), title });
      const { payload } = await quick.next();
      expect(payload).toEqual({ data: { headline: { id: String(event), title } } });
    }

    slow.socket.resume();
    const seen: { id: string; hasGap: boolean }[] = [];
    while (seen.at(-1)?.id !== String(EVENTS)) {
      const { payload } = (await slow.next()) as {
        payload: { data: { headline: { id: string } }; extensions?: { gap?: boolean } };
      };
      seen.push({ id: payload.data.headline.id, hasGap: payload.extensions?.gap === true });
    }
    return { seen, dropped: await metric('gateway_subscription_drops_total') };
  }

  test('drop-oldest: gets the last events, in order, and is told where some are missing', async () => {
    const { seen, dropped } = await overflow('drop-oldest');
    const ids = seen.map(({ id }) => Number(id));
    const gaps = seen.filter(({ hasGap }) => hasGap).map(({ id }) => Number(id));
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
    expect(gaps).toEqual([EVENTS - 31]);
    expect(ids.slice(-32)).toEqual(Array.from({ length: 32 }, (_, index) => EVENTS - 31 + index));
    expect(dropped).toBe(EVENTS - ids.length);
  });

  test('latest-wins: gets the last event only', async () => {
    const { seen, dropped } = await overflow('latest-wins');
    expect(seen.at(-1)).toEqual({ id: String(EVENTS), hasGap: true });
    expect(seen.filter(({ hasGap }) => hasGap)).toHaveLength(1);
    expect(dropped).toBe(EVENTS - seen.length);
  });
});

describe('a token that expires', () => {
  test('closes its socket with the code on which clients connect again, and others stay', async () => {
    await start({ expiresAt: () => Date.now() / 1000 + 0.2 });
    const ada = await greet(live.url, 'Bearer user:ada');
    const anyone = await greet(live.url);
    ada.send(subscribe('1', 'subscription { inbox { id } }'));
    await until(() => live.upstreams.length === 1);

    expect(await ada.closed).toEqual({
      code: 4403,
      reason: 'Forbidden: the access token has expired',
    });
    await until(() => live.upstreams[0]?.isClosed() === true);
    anyone.send({ type: 'ping' });
    expect(await anyone.next()).toEqual({ type: 'pong' });
  });

  test('the usual client goes on with a fresh token, and its subscription with it', async () => {
    let tokens = 0;
    await start({ expiresAt: () => Date.now() / 1000 + (tokens > 1 ? 3_600 : 0.2) });
    const client = createClient({
      url: live.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryWait: () => Promise.resolve(),
      connectionParams: () => {
        tokens += 1;
        return { authorization: 'Bearer user:ada' };
      },
    });
    const events = client.iterate({ query: 'subscription { inbox { id } }' });
    const next = events.next();
    await until(() => live.upstreams.length === 2);
    live.upstreams[1]?.publish({ id: 'after' });
    expect(await next).toMatchObject({ value: { data: { inbox: { id: 'after' } } } });
    expect(tokens).toBe(2);
    await client.dispose();
  });
});

describe('large messages', () => {
  const LARGE = { type: 'ping', payload: { text: 'x'.repeat(50_000) } };

  test('are paid for, and who has nothing left for them is cut off; small ones of the same address go on', async () => {
    await start({ settings: { GATEWAY_RATE_ADDRESS: '10' } });
    const [flooding, other] = [await greet(live.url), await greet(live.url)];
    for (let times = 0; times < 2; times += 1) {
      flooding.send(LARGE);
      expect(await flooding.next()).toMatchObject({ type: 'pong' });
    }
    // What is refused shows with the one after it.
    flooding.send(LARGE);
    expect(await flooding.next()).toMatchObject({ type: 'pong' });
    flooding.send(LARGE);
    expect(await flooding.closed).toEqual({
      code: 1013,
      reason: 'Too much large or refused input: try again later',
    });
    await pong(other);
    const elsewhere = await greet(live.url, 'Bearer user:ada');
    elsewhere.send(LARGE);
    expect(await elsewhere.next()).toMatchObject({ type: 'pong' });
  });
});
