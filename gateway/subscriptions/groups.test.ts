import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { greet, type RawSocket } from './testing/raw-socket.ts';
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

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await nextTurn();
}

/** Resolves when the gateway has dealt with all that this client has sent. */
async function settled(client: RawSocket): Promise<void> {
  client.send({ type: 'ping' });
  const { type } = await client.next();
  if (type !== 'pong') throw new Error(`expected pong, got ${type}`);
}

async function follow(query: string, authorization?: string, variables = {}): Promise<RawSocket> {
  const client = await greet(live.url, authorization);
  client.send(subscribe('1', query, variables));
  await settled(client);
  return client;
}

const payload = async (client: RawSocket) => (await client.next()).payload;
const PUBLIC = 'subscription { headline { id author } }';
const PRIVATE = 'subscription { headline { id readBy } }';

test('viewers share what is public: one upstream as nobody, one resolution of an event, the same bytes', async () => {
  const clients = await Promise.all([
    follow(PUBLIC),
    follow(PUBLIC, 'Bearer user:ada'),
    follow(PUBLIC, 'Bearer user:ben'),
  ]);
  expect(live.upstreams).toHaveLength(1);
  expect(live.upstreams[0]?.request.viewer).toEqual({ kind: 'anonymous' });

  live.upstreams[0]?.publish({ id: '1' });
  for (const client of clients) {
    expect(await payload(client)).toEqual({
      data: { headline: { id: '1', author: 'author of 1' } },
    });
  }
  expect(live.asked).toHaveLength(1);
});

test('nobody sees what is another viewer’s: each has an upstream and a resolution of their own', async () => {
  const ada = await follow(PRIVATE, 'Bearer user:ada');
  const ben = await follow(PRIVATE, 'Bearer user:ben');
  const anyone = await follow(PRIVATE);
  expect(live.upstreams).toHaveLength(3);

  for (const { publish } of live.upstreams) publish({ id: '1' });
  expect(await payload(ada)).toEqual({ data: { headline: { id: '1', readBy: 'ada' } } });
  expect(await payload(ben)).toEqual({ data: { headline: { id: '1', readBy: 'ben' } } });
  expect(await payload(anyone)).toEqual({ data: { headline: { id: '1', readBy: 'anonymous' } } });
});

test('two sockets of one viewer share an upstream', async () => {
  await follow(PRIVATE, 'Bearer user:ada');
  await follow(PRIVATE, 'Bearer user:ada');
  expect(live.upstreams).toHaveLength(1);
});

test('variables belong to the group, whatever the order in which they are written', async () => {
  const query =
    'subscription ($topic: Topic, $unused: Int) { headline(topic: $topic) { id @skip(if: false) } __typename }';
  const plain = query.replace(', $unused: Int', '').replace(' __typename', '');
  await follow(plain, undefined, { topic: { name: 'a', tags: ['x', 'y'] } });
  await follow(plain, undefined, { topic: { tags: ['x', 'y'], name: 'a' }, other: 1 });
  expect(live.upstreams).toHaveLength(1);

  await follow(plain, undefined, { topic: { name: 'a', tags: ['y', 'x'] } });
  await follow(plain, undefined, { topic: { name: 'a' } });
  await follow(plain);
  expect(live.upstreams).toHaveLength(4);
});

test('a member who leaves takes nothing from the others; the last one closes the upstream', async () => {
  const [ada, ben] = [
    await follow(PRIVATE, 'Bearer user:ada'),
    await follow(PRIVATE, 'Bearer user:ada'),
  ];
  ada.send({ id: '1', type: 'complete' });
  await settled(ada);
  live.upstreams[0]?.publish({ id: '1' });
  expect(await payload(ben)).toMatchObject({ data: { headline: { id: '1' } } });

  ben.socket.terminate();
  await until(() => live.upstreams[0]?.isClosed() === true);
});

test('a public upstream waits a moment for the next subscriber', async () => {
  const first = await follow(PUBLIC);
  first.close();
  await first.closed;
  const second = await follow(PUBLIC);
  expect(live.upstreams).toHaveLength(1);
  live.upstreams[0]?.publish({ id: '1' });
  expect(await payload(second)).toMatchObject({ data: { headline: { id: '1' } } });

  second.close();
  while (live.upstreams[0]?.isClosed() === false) await wait(20);
});

describe('who comes after an event', () => {
  test('begins with the next one where the field is public', async () => {
    const first = await follow(PUBLIC);
    live.upstreams[0]?.publish({ id: '1' });
    await first.next();
    const late = await follow(PUBLIC);
    live.upstreams[0]?.publish({ id: '2' });
    expect(await payload(late)).toMatchObject({ data: { headline: { id: '2' } } });
    expect(live.upstreams).toHaveLength(1);
  });

  test('begins with the latest one where the field replays it', async () => {
    const query = 'subscription { score { id } }';
    const first = await follow(query);
    live.upstreams[0]?.publish({ id: '1' });
    await first.next();
    const late = await greet(live.url);
    late.send(subscribe('1', query));
    expect(await payload(late)).toEqual({ data: { score: { id: '1' } } });
    expect(live.upstreams).toHaveLength(1);
  });

  test('has an upstream of their own otherwise, which begins with the state as it is', async () => {
    const first = await follow(PRIVATE, 'Bearer user:ada');
    live.upstreams[0]?.publish({ id: 'now' });
    await first.next();
    const late = await follow(PRIVATE, 'Bearer user:ada');
    expect(live.upstreams).toHaveLength(2);
    live.upstreams[1]?.publish({ id: 'now' });
    expect(await payload(late)).toMatchObject({ data: { headline: { id: 'now' } } });
    live.upstreams[0]?.publish({ id: 'later' });
    expect(await payload(first)).toMatchObject({ data: { headline: { id: 'later' } } });
  });
});

test('what ends an upstream for good is told to every member once', async () => {
  const clients = [await follow(PUBLIC), await follow(PUBLIC)];
  live.upstreams[0]?.complete();
  for (const client of clients) {
    expect(await client.next()).toEqual({ id: '1', type: 'complete' });
    await settled(client);
  }
});

test('events that were dropped on the way from the subgraph are a gap too', async () => {
  const client = await follow('subscription { headline { id } }');
  live.upstreams[0]?.send({
    data: { headline: { __typename: 'Story', id: '2' } },
    extensions: { gap: true },
  });
  expect(await payload(client)).toMatchObject({ extensions: { gap: true } });
});

test('a big event arrives whole', async () => {
  const client = await follow('subscription { headline { title } }');
  for (const length of [10, 100, 200, 3_000, 70_000]) {
    const title = 'é'.repeat(length);
    live.upstreams[0]?.publish({ id: '1', title });
    expect(await payload(client)).toEqual({ data: { headline: { title } } });
  }
});
