import { randomUUID } from 'node:crypto';
import { until } from '../testing/events.ts';
import { testRedis, type TestRedis } from '../../testing/redis.ts';
import { streamKey } from './keys.ts';
import { countLag, readPartition, releasePartitions, sharePartitions } from './scripts.ts';

const PARTITIONS = 12;
const limits = { partitions: PARTITIONS, ttlMs: 60_000 };

let server: TestRedis;
let topic: string;
beforeAll(async () => void (server = await testRedis()));
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(() => void (topic = `things-${randomUUID()}`));

const member = (memberId: string) => ({ topic, group: 'a', memberId });
const share = (memberId: string, ttlMs = limits.ttlMs) =>
  sharePartitions(server.redis, member(memberId), { ...limits, ttlMs });
const give = (memberId: string, partitions: number[]) =>
  releasePartitions(server.redis, member(memberId), { partitions, leave: false });
const read = (memberId: string, from: 'pending' | 'new', acknowledge: string[] = []) =>
  readPartition(server.redis, member(memberId), { partition: 0, from, count: 10, acknowledge });
const append = () => server.redis.xadd(streamKey(topic, 0), '*', 'e', '{}');

test('shares the partitions fairly, and takes no more than are free', async () => {
  expect(await share('ada')).toMatchObject({ quota: 12, joined: true });
  expect(await share('bob')).toMatchObject({ quota: 6, owned: [] });

  const { owned, quota } = await share('ada');
  // Two more than it has to.
  await give('ada', owned.slice(quota - 2));
  expect((await share('bob')).owned).toHaveLength(6);
  const cleo = await share('cleo');
  expect(cleo).toMatchObject({ quota: 4, joined: true });
  expect(cleo.owned).toHaveLength(2);
  expect([(await share('ada')).quota, (await share('bob')).quota]).toEqual([4, 4]);
});

test('spreads what cannot be divided evenly, without a partition left over', async () => {
  const names = ['ada', 'bob', 'cleo', 'dan', 'eve'];
  for (const name of names) await share(name);

  const quotas = await Promise.all(names.map(async (name) => (await share(name)).quota));

  expect(quotas).toEqual([3, 3, 2, 2, 2]);
});

test('gives the partitions of a dead member to the living, who see what it had read', async () => {
  await share('ada', 50);
  await append();
  const taken = await read('ada', 'new');
  expect(taken).toHaveLength(1);

  await until(async () => (await share('bob')).owned.length === PARTITIONS);

  expect(await read('bob', 'pending')).toEqual(taken);
});

test('lets one that was taken for dead neither read nor acknowledge', async () => {
  await share('ada', 50);
  await append();
  const taken = (await read('ada', 'new')) ?? [];
  await until(async () => (await share('bob')).owned.length === PARTITIONS);
  await append();

  const ids = taken.map(([id]) => id);
  expect(ids).toHaveLength(1);
  expect(await read('ada', 'new', ids)).toBeUndefined();

  expect(await read('bob', 'pending')).toEqual(taken);
  expect(await read('bob', 'new')).toHaveLength(1);
});

test('counts the lag also when deleted entries keep Redis from knowing it', async () => {
  await share('ada');
  const lag = () => countLag(server.redis, { topic, group: 'a', partitions: PARTITIONS });
  const [first, , third] = [await append(), await append(), await append(), await append()];
  if (first === null || third === null) throw new Error('ids expected');
  const [entry] =
    (await readPartition(server.redis, member('ada'), {
      partition: 0,
      from: 'new',
      count: 1,
      acknowledge: [],
    })) ?? [];
  expect(entry?.[0]).toBe(first);
  expect(await lag()).toBe(4);

  await server.redis.xdel(streamKey(topic, 0), third);
  expect(await lag()).toBe(3);
});

test('counts no lag where all was read, though Redis has lost count of it in a crash', async () => {
  await share('ada');
  const lag = () => countLag(server.redis, { topic, group: 'a', partitions: PARTITIONS });
  const [, , last] = [await append(), await append(), await append()];
  if (last === null || last === undefined) throw new Error('an id expected');
  const stream = streamKey(topic, 0);
  await server.redis.xgroup('SETID', stream, 'a', last, 'ENTRIESREAD', 1);
  const groups = (await server.redis.xinfo('GROUPS', stream)) as unknown[][];
  expect(groups[0]?.at(-1)).toBe(2);

  expect(await lag()).toBe(0);
  await append();
  expect(await lag()).toBe(1);
});
