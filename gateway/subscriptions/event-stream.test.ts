import { setImmediate as nextTurn } from 'node:timers/promises';
import { greet } from './testing/raw-socket.ts';
import { startLiveServer, type LiveServer, type LiveServerOptions } from './testing/live-server.ts';

let live: LiveServer;
const start = async (options: LiveServerOptions = {}) => {
  live = await startLiveServer(options);
};
afterEach(() => live.stop());

interface Stream {
  response: Response;
  /** The next event, comments left out; undefined at the end. */
  next: () => Promise<{ event: string; data: unknown } | undefined>;
  leave: () => Promise<void>;
}

async function ask(
  body: unknown,
  { headers = {}, path = '' }: { headers?: Record<string, string>; path?: string } = {},
): Promise<Stream> {
  const stop = new AbortController();
  const response = await fetch(`${live.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    signal: stop.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    response,
    leave: () => Promise.resolve(stop.abort()),
    async next() {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end >= 0) {
          const block = text.slice(0, end);
          text = text.slice(end + 2);
          const [, event, data] = /^event: (\w+)\ndata: (.*)$/s.exec(block) ?? [];
          if (event === undefined) continue;
          return { event, data: data === '' ? '' : JSON.parse(data ?? '') };
        }
        const chunk = await reader?.read();
        if (chunk === undefined || chunk.done) return undefined;
        text += chunk.value;
      }
    },
  };
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await nextTurn();
}

const COMPLETE = { event: 'complete', data: '' };
const HEADLINE = { query: 'subscription { headline { id author } }' };

test('events of a subscription, then complete', async () => {
  await start();
  const stream = await ask(HEADLINE);
  expect(stream.response.status).toBe(200);
  expect(stream.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(stream.response.headers.get('cache-control')).toContain('no-cache');
  await until(() => live.upstreams.length === 1);
  live.upstreams[0]?.publish({ id: '1' });
  expect(await stream.next()).toEqual({
    event: 'next',
    data: { data: { headline: { id: '1', author: 'author of 1' } } },
  });
  live.upstreams[0]?.complete();
  expect(await stream.next()).toEqual(COMPLETE);
  expect(await stream.next()).toBeUndefined();
});

test('streams and sockets are members of one group', async () => {
  await start();
  const stream = await ask(HEADLINE, { path: '/stream', headers: { accept: '*/*' } });
  const socket = await greet(live.url);
  socket.send({ id: '1', type: 'subscribe', payload: HEADLINE });
  socket.send({ type: 'ping' });
  await socket.next();

  live.upstreams[0]?.publish({ id: '1' });
  const data = { data: { headline: { id: '1', author: 'author of 1' } } };
  expect(await stream.next()).toEqual({ event: 'next', data });
  expect(await socket.next()).toEqual({ id: '1', type: 'next', payload: data });
  expect(live.upstreams).toHaveLength(1);
  expect(live.asked).toHaveLength(1);
});

test('a client that leaves closes its upstream', async () => {
  await start();
  const stream = await ask({ query: 'subscription { inbox { id } }' });
  await until(() => live.upstreams.length === 1);
  expect(live.upstreams[0]?.isClosed()).toBe(false);
  await stream.leave();
  await until(() => live.upstreams[0]?.isClosed() === true);
});

test('queries and mutations are one event', async () => {
  await start();
  for (const [query, data] of [
    ['{ hello }', { hello: 'hello' }],
    ['mutation { shout }', { shout: 'HELLO' }],
  ]) {
    const stream = await ask({ query });
    expect(await stream.next()).toEqual({ event: 'next', data: { data } });
    expect(await stream.next()).toEqual(COMPLETE);
  }
});

test('what is wrong with an operation arrives as an event', async () => {
  await start();
  const stream = await ask({ query: '{ nothing }' });
  expect(stream.response.status).toBe(200);
  expect(await stream.next()).toMatchObject({
    event: 'next',
    data: { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] },
  });
  expect(await stream.next()).toEqual(COMPLETE);
});

test('what is wrong with the request is told by its status', async () => {
  await start();
  expect((await ask('{')).response.status).toBe(400);
  expect((await ask([])).response.status).toBe(400);
  expect((await ask(HEADLINE, { headers: { 'content-type': 'text/plain' } })).response.status).toBe(
    415,
  );
  const forged = await ask(HEADLINE, { headers: { authorization: 'Bearer forged' } });
  expect(forged.response.status).toBe(401);
  const get = await fetch(live.url, { headers: { accept: 'text/event-stream' } });
  expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
  expect(live.upstreams).toEqual([]);
});

test('a token that expires ends its stream with an error', async () => {
  await start({ expiresAt: () => Date.now() / 1000 + 0.2 });
  const stream = await ask(HEADLINE, { headers: { authorization: 'Bearer user:ada' } });
  expect(await stream.next()).toMatchObject({
    event: 'next',
    data: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
  });
  expect(await stream.next()).toEqual(COMPLETE);
});

test('streams count as connections of their address and operations of their viewer', async () => {
  await start({
    settings: { GATEWAY_MAX_SOCKETS_PER_ADDRESS: '2', GATEWAY_MAX_OPERATIONS_PER_VIEWER: '1' },
  });
  const ada = { authorization: 'Bearer user:ada' };
  const first = await ask(HEADLINE, { headers: ada });
  expect((await ask(HEADLINE, { headers: ada })).response.status).toBe(429);
  await ask(HEADLINE);
  const third = await ask(HEADLINE, { headers: { authorization: 'Bearer user:ben' } });
  expect(third.response.status).toBe(429);

  await first.leave();
  let status = 429;
  while (status === 429) ({ status } = (await ask(HEADLINE, { headers: ada })).response);
  expect(status).toBe(200);
});

test('stopping ends a stream without complete, so that its client comes back', async () => {
  await start();
  const stream = await ask(HEADLINE);
  await until(() => live.upstreams.length === 1);
  await live.stop();
  expect(await stream.next()).toBeUndefined();
  expect(live.upstreams[0]?.isClosed()).toBe(true);
});

const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });

test('who has used up their budget of refused input is told so before the body is parsed, with how long to wait', async () => {
  await start({ settings: { GATEWAY_RATE_ADDRESS: '2' } });
  const refused = { query: `subscription { nothing } ${' '.repeat(10_000)}` };
  const large = await ask(refused, from('a'));
  await large.leave();
  await ask('{"query": 1}', from('a'));
  expect((await ask('{"query": 1}', from('a'))).response.status).toBe(400);

  const { response } = await ask(HEADLINE, from('a'));
  expect(response.status).toBe(429);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  const other = await ask(HEADLINE, from('b'));
  expect(other.response.status).toBe(200);
  await other.leave();
});
