import { setImmediate as nextTurn } from 'node:timers/promises';
import { greet, openRawSocket, type RawSocket } from './testing/raw-socket.ts';
import { startLiveServer, type LiveServer } from './testing/live-server.ts';

let live: LiveServer;
beforeEach(async () => {
  live = await startLiveServer();
});
afterEach(() => live.stop());

const subscribe = (id: string, query: string, variables = {}) => ({
  id,
  type: 'subscribe',
  payload: { query, variables },
});
const next = (headline: object) => ({ id: '1', type: 'next', payload: { data: { headline } } });
const HEADLINE = 'subscription { headline { id } }';

/** The subgraph's side of the stream that this index names, once it is open. */
async function upstream(index: number) {
  while (live.upstreams[index] === undefined) await nextTurn();
  return live.upstreams[index];
}

/** Answers to a ping come after all that was sent before it. */
async function pong(client: RawSocket) {
  client.send({ type: 'ping' });
  return client.next();
}

describe('what closes a socket', () => {
  test.each([
    ['not JSON', '{'],
    ['no message', '[]'],
    ['an unknown type', { type: 'start' }],
    ['a message of the server', { type: 'next', id: '1', payload: {} }],
    ['no id', { type: 'subscribe', payload: { query: HEADLINE } }],
    ['an empty id', { type: 'subscribe', id: '', payload: { query: HEADLINE } }],
    ['an endless id', { type: 'subscribe', id: 'x'.repeat(201), payload: { query: HEADLINE } }],
    ['no payload', { type: 'subscribe', id: '1' }],
    [
      'variables that are a list',
      { type: 'subscribe', id: '1', payload: { query: '', variables: [] } },
    ],
    ['complete without an id', { type: 'complete' }],
    ['a ping whose payload is text', { type: 'ping', payload: 'x' }],
  ])('4400: %s', async (_, message) => {
    const client = await greet(live.url);
    client.send(message);
    expect(await client.closed).toEqual({ code: 4400, reason: 'Invalid message received' });
  });

  test('4401: an operation before the acknowledgement', async () => {
    const client = await openRawSocket(live.url);
    client.send(subscribe('1', HEADLINE));
    expect(await client.closed).toEqual({ code: 4401, reason: 'Unauthorized' });
    expect(live.upstreams).toEqual([]);
  });

  test('4403: credentials that are not valid', async () => {
    const client = await openRawSocket(live.url);
    client.send({ type: 'connection_init', payload: { authorization: 'Bearer forged' } });
    expect(await client.closed).toEqual({ code: 4403, reason: 'Forbidden' });
  });

  test.each([[[]], [['graphql-ws']], [['graphql-transport-wsx', 'json']]])(
    '4406: the subprotocols %j',
    async (protocol) => {
      const client = await openRawSocket(live.url, { protocol });
      expect(await client.closed).toEqual({ code: 4406, reason: 'Subprotocol not acceptable' });
    },
  );

  test('4408: a client that does not introduce itself in time', async () => {
    const client = await openRawSocket(live.url);
    expect((await client.closed).code).toBe(4408);
  });

  test('4409: an id that is in use, and only then', async () => {
    const client = await greet(live.url);
    client.send(subscribe('1', HEADLINE));
    client.send({ id: '1', type: 'complete' });
    client.send(subscribe('1', HEADLINE));
    expect(await pong(client)).toEqual({ type: 'pong' });

    client.send(subscribe('1', '{ hello }'));
    expect(await client.closed).toEqual({ code: 4409, reason: 'Subscriber for 1 already exists' });
  });

  test('4429: a second introduction, also while the first is looked at', async () => {
    const client = await openRawSocket(live.url);
    client.send({ type: 'connection_init' });
    client.send({ type: 'connection_init' });
    expect(await client.closed).toEqual({ code: 4429, reason: 'Too many initialisation requests' });
  });

  test('4500: a fault of ours, of which nothing is told', async () => {
    const client = await openRawSocket(live.url);
    client.send({ type: 'connection_init', payload: { authorization: 'fault' } });
    expect(await client.closed).toEqual({ code: 4500, reason: 'Internal server error' });
  });

  test('1009: a message that is too long', async () => {
    const client = await greet(live.url);
    client.send({ type: 'ping', payload: { text: 'x'.repeat(1_000_001) } });
    expect((await client.closed).code).toBe(1009);
  });
});

describe('operations', () => {
  test('a query is answered with next and complete, and its id is free again', async () => {
    const client = await greet(live.url);
    for (let run = 0; run < 2; run += 1) {
      client.send(subscribe('q', '{ hello }'));
      expect(await client.next()).toEqual({
        id: 'q',
        type: 'next',
        payload: { data: { hello: 'hello' } },
      });
      expect(await client.next()).toEqual({ id: 'q', type: 'complete' });
    }
  });

  test('a query that the client has completed is not answered', async () => {
    const client = await greet(live.url);
    client.send(subscribe('q', '{ slow }'));
    client.send({ id: 'q', type: 'complete' });
    expect(await pong(client)).toEqual({ type: 'pong' });
    live.finishSlow();
    client.send(subscribe('r', '{ hello }'));
    expect(await client.next()).toMatchObject({ id: 'r', type: 'next' });
  });

  test('an operation that may not run gets an error and nothing after it', async () => {
    const client = await greet(live.url);
    client.send(subscribe('1', '{ nothing }'));
    expect(await client.next()).toMatchObject({
      id: '1',
      type: 'error',
      payload: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
    client.send(subscribe('2', 'subscription { secret { id } }'));
    expect(await client.next()).toMatchObject({
      id: '2',
      type: 'error',
      payload: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect(await pong(client)).toEqual({ type: 'pong' });
  });

  test('a fault of ours is masked, and the socket goes on', async () => {
    const client = await greet(live.url);
    client.send(subscribe('1', 'fault'));
    const { type, payload } = await client.next();
    expect([type, JSON.stringify(payload)]).toEqual([
      'error',
      expect.stringContaining('INTERNAL_SERVER_ERROR'),
    ]);
    expect(JSON.stringify(payload)).not.toContain('a fault of the gateway');
    expect(await pong(client)).toEqual({ type: 'pong' });
  });

  test('a ping is answered before and after the introduction, with what it carries', async () => {
    const client = await openRawSocket(live.url);
    client.send({ type: 'ping', payload: { at: 1 } });
    expect(await client.next()).toEqual({ type: 'pong', payload: { at: 1 } });
    client.send({ type: 'pong' });
    client.send({ type: 'connection_init' });
    expect(await client.next()).toEqual({ type: 'connection_ack' });
  });

  test('complete for something unknown is ignored', async () => {
    const client = await greet(live.url);
    client.send({ id: 'never', type: 'complete' });
    expect(await pong(client)).toEqual({ type: 'pong' });
  });
});

describe('subscriptions', () => {
  test('events arrive under the client’s id, completed from the other subgraph, then complete', async () => {
    const client = await greet(live.url);
    client.send(subscribe('s"1', 'subscription { headline { title author } }'));
    const { publish, complete } = await upstream(0);
    publish({ id: '1', title: 'Rain' });
    expect(await client.next()).toEqual({
      id: 's"1',
      type: 'next',
      payload: { data: { headline: { title: 'Rain', author: 'author of 1' } } },
    });
    complete();
    expect(await client.next()).toEqual({ id: 's"1', type: 'complete' });
  });

  test('complete from the client stops the upstream, and nothing more is sent', async () => {
    const client = await greet(live.url);
    client.send(subscribe('1', 'subscription { inbox { id } }'));
    const { publish, isClosed } = await upstream(0);
    client.send({ id: '1', type: 'complete' });
    while (!isClosed()) await nextTurn();
    publish({ id: '2' });
    expect(await pong(client)).toEqual({ type: 'pong' });
  });

  test('a socket that is gone stops its upstreams', async () => {
    const client = await greet(live.url);
    client.send(subscribe('1', 'subscription { inbox { id } }'));
    const { isClosed } = await upstream(0);
    expect(isClosed()).toBe(false);
    client.socket.terminate();
    while (!isClosed()) await nextTurn();
  });

  test('an error of one event belongs to that event', async () => {
    const client = await greet(live.url);
    client.send(subscribe('1', 'subscription { headline { id author } }'));
    const { publish, send } = await upstream(0);
    publish({ id: 'broken' });
    send({ data: null, errors: [{ message: 'x', extensions: { code: 'NOT_FOUND' } }] as never });
    publish({ id: '3' });

    expect(await client.next()).toMatchObject({
      payload: {
        data: { headline: { id: 'broken', author: null } },
        errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
      },
    });
    expect(await client.next()).toMatchObject({
      payload: { data: null, errors: [{ extensions: { code: 'NOT_FOUND' } }] },
    });
    expect(await client.next()).toMatchObject({
      payload: { data: { headline: { id: '3', author: 'author of 3' } } },
    });
  });

  test('what a subgraph refuses is an answer with errors, and complete', async () => {
    live.refusals.push({ errors: [{ message: 'no', extensions: { code: 'NOT_FOUND' } }] as never });
    const client = await greet(live.url);
    client.send(subscribe('1', HEADLINE));
    expect(await client.next()).toMatchObject({
      id: '1',
      type: 'next',
      payload: { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
    });
    expect(await client.next()).toEqual({ id: '1', type: 'complete' });
  });

  test('a subgraph that cannot be reached ends only what lives there', async () => {
    const client = await greet(live.url);
    client.send(subscribe('ok', HEADLINE));
    const { publish } = await upstream(0);
    live.refusals.push(new Error('connection refused'));
    client.send(subscribe('lost', 'subscription { inbox { id } }'));
    expect(await client.next()).toMatchObject({
      id: 'lost',
      type: 'error',
      payload: [{ extensions: { code: 'UNAVAILABLE' } }],
    });
    // No complete after the error.
    publish({ id: '1' });
    expect(await client.next()).toMatchObject({ id: 'ok', type: 'next' });
  });

  test('a broken upstream is opened again, and the next event says that there was a gap', async () => {
    const client = await greet(live.url);
    client.send(subscribe('1', HEADLINE));
    const first = await upstream(0);
    first.publish({ id: '1' });
    expect(await client.next()).toEqual(next({ id: '1' }));
    first.lose();
    const second = await upstream(1);
    second.publish({ id: '2' });
    second.publish({ id: '3' });

    expect(await client.next()).toEqual({
      ...next({ id: '2' }),
      payload: { data: { headline: { id: '2' } }, extensions: { gap: true } },
    });
    expect(await client.next()).toEqual(next({ id: '3' }));
  });

  test('a new schema ends subscriptions with its own code, and sockets stay', async () => {
    const client = await greet(live.url);
    client.send(subscribe('1', HEADLINE));
    const { isClosed } = await upstream(0);
    live.swap();
    expect(await client.next()).toMatchObject({
      id: '1',
      type: 'error',
      payload: [{ extensions: { code: 'SUBSCRIPTION_SCHEMA_RELOAD' } }],
    });
    expect(await pong(client)).toEqual({ type: 'pong' });
    expect(isClosed()).toBe(true);
  });

  test('stopping tells clients to come back later, and closes the upstreams', async () => {
    const client = await greet(live.url);
    client.send(subscribe('1', HEADLINE));
    const { isClosed } = await upstream(0);
    await live.stop();
    expect((await client.closed).code).toBe(1001);
    expect(isClosed()).toBe(true);
  });
});
