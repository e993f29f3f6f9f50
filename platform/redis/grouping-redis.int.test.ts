import type { Writable } from 'node:stream';
import { jest } from '@jest/globals';
import { testRedis, type TestRedis } from '#platform/testing/redis.ts';
import { GroupingRedis } from './grouping-redis.ts';

let server: TestRedis;
beforeAll(async () => void (server = await testRedis()));
afterAll(() => server[Symbol.asyncDispose]());

function countWrites(redis: { stream: Writable }) {
  const single = jest.spyOn(redis.stream, '_write');
  const several = jest.spyOn(redis.stream, '_writev' as '_write');
  return () => single.mock.calls.length + several.mock.calls.length;
}

test('commands of one turn travel in one write, and each is answered by itself', async () => {
  const { redis } = server;
  const writes = countWrites(redis);
  const answers = await Promise.allSettled([
    redis.set('greeting', 'hi'),
    redis.lpush('greeting', 'not a list'),
    redis.getBuffer('greeting'),
    redis.multi().incr('count').incr('count').exec(),
    redis.get('greeting'),
  ]);

  expect(
    answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : 'failed')),
  ).toEqual([
    'OK',
    'failed',
    Buffer.from('hi'),
    [
      [null, 1],
      [null, 2],
    ],
    'hi',
  ]);
  expect(writes()).toBe(1);

  await Promise.all([redis.get('greeting'), redis.get('count')]);
  expect(writes()).toBe(2);
});

test('a copy of the connection groups, too, and a new connection of either does', async () => {
  const copy = server.redis.duplicate({ lazyConnect: true, retryStrategy: () => 10 });
  expect(copy).toBeInstanceOf(GroupingRedis);
  await copy.connect();
  const again = new Promise((resolve) => copy.once('close', () => copy.once('ready', resolve)));
  copy.stream.destroy();
  await again;

  const writes = countWrites(copy);
  await Promise.all([copy.ping(), copy.ping(), copy.ping()]);
  expect(writes()).toBe(1);
  copy.disconnect();
});

test('what is asked of a connection that breaks in this turn is asked again of the next', async () => {
  const copy = server.redis.duplicate({ lazyConnect: true, retryStrategy: () => 10 });
  await copy.connect();
  const answers = Promise.all([copy.set('kept', 'yes'), copy.get('kept')]);
  copy.stream.destroy();

  expect(await answers).toEqual(['OK', 'yes']);
  copy.disconnect();
});
