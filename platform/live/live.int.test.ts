import { connectRedis } from '../redis/connect.ts';
import { silentLog } from '../telemetry/log.ts';
import { testRedis } from '../testing/redis.ts';
import { createLive } from './live.ts';

async function liveOn(url: string) {
  const publisher = connectRedis({ url, log: silentLog });
  const subscriber = connectRedis({ url, log: silentLog, isBlocking: true });
  const live = createLive({ publisher, subscriber, log: silentLog });
  const listenersOf = async (channel: string) => {
    const [, count] = (await publisher.pubsub('NUMSUB', channel)) as [string, number];
    return count;
  };
  return {
    live,
    publisher,
    subscriber,
    listenersOf,
    async [Symbol.asyncDispose]() {
      await live.close();
      publisher.disconnect();
    },
  };
}

test('every listener hears what is published, and nobody listens when they have left', async () => {
  await using server = await testRedis();
  await using parts = await liveOn(server.url);
  const [one, two] = await Promise.all([
    parts.live.subscribe<number>('news'),
    parts.live.subscribe<number>('news'),
  ]);

  await parts.live.publish('news', 7);

  expect(await one.next()).toEqual({ done: false, value: 7 });
  expect(await two.next()).toEqual({ done: false, value: 7 });
  await one.return?.();
  expect(await parts.listenersOf('news')).toBe(1);
  await two.return?.();
  expect(await parts.listenersOf('news')).toBe(0);
});

test('a signal ends the wait, also one that was given before', async () => {
  await using server = await testRedis();
  await using parts = await liveOn(server.url);
  const leaving = new AbortController();
  const messages = await parts.live.subscribe('news', leaving.signal);
  const waiting = messages.next();
  leaving.abort();

  expect(await waiting).toEqual({ done: true, value: undefined });
  const late = await parts.live.subscribe('news', leaving.signal);
  expect(await late.next()).toEqual({ done: true, value: undefined });
  expect(await parts.listenersOf('news')).toBe(0);
});

test('a message that is no JSON is skipped', async () => {
  await using server = await testRedis();
  await using parts = await liveOn(server.url);
  const messages = await parts.live.subscribe<string>('news');

  await parts.publisher.publish('news', '{');
  await parts.live.publish('news', 'next');

  expect(await messages.next()).toEqual({ done: false, value: 'next' });
});

test('after a lost connection a listener is told that there was a gap, and hears again', async () => {
  await using server = await testRedis();
  await using parts = await liveOn(server.url);
  const messages = await parts.live.subscribe<string>('news', undefined, { afterGap: 'gap' });

  await server.redis.client('KILL', 'TYPE', 'PUBSUB');

  expect(await messages.next()).toEqual({ done: false, value: 'gap' });
  await parts.live.publish('news', 'next');
  expect(await messages.next()).toEqual({ done: false, value: 'next' });
});

test('a channel that could not be joined can be joined later', async () => {
  await using server = await testRedis();
  await using parts = await liveOn(server.url);
  await server.redis.acl('SETUSER', 'listener', 'on', '>word', '+@all', 'resetchannels');
  const url = server.url.replace('redis://', 'redis://listener:word@');
  await using refused = await liveOn(url);

  await expect(refused.live.subscribe('news')).rejects.toThrow('NOPERM');
  await server.redis.acl('SETUSER', 'listener', 'allchannels');
  const messages = await refused.live.subscribe<number>('news');
  await parts.live.publish('news', 1);

  expect(await messages.next()).toEqual({ done: false, value: 1 });
  await server.redis.acl('DELUSER', 'listener');
});

test('messages of one moment are heard each, in their order, however many they are', async () => {
  await using server = await testRedis();
  await using parts = await liveOn(server.url);
  const numbers = await parts.live.subscribe<number>('numbers');
  const news = await parts.live.subscribe<string>('news');
  const MANY = 900;

  const sent = Array.from({ length: MANY }, (_, n) => parts.live.publish('numbers', n));
  await Promise.all([...sent, parts.live.publish('news', 'the last')]);

  const heard: number[] = [];
  while (heard.length < MANY) heard.push(...[await numbers.next()].map(({ value }) => value));
  expect(heard).toEqual(Array.from({ length: MANY }, (_, n) => n));
  expect(await news.next()).toEqual({ done: false, value: 'the last' });
});

test('whoever publishes is told that Redis did not take it', async () => {
  await using server = await testRedis();
  await using parts = await liveOn(server.url);
  parts.publisher.disconnect();

  await expect(parts.live.publish('news', 1)).rejects.toThrow('Connection is closed');
});
