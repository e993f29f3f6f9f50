import { randomUUID } from 'node:crypto';
import { until } from '../testing/events.ts';
import { testRedis, type TestRedis } from '../../testing/redis.ts';
import { streamKey } from './keys.ts';
import {
  countLag,
  readPartitions,
  releasePartitions,
  sharePartitions,
  type Done,
  type ReadAnswer,
} from './scripts.ts';

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
const read = async (memberId: string, done?: Done, count = 10) => {
  const request = { member: member(memberId), partition: 0, count, done };
  const [answer] = await readPartitions(server.redis, [request]);
  return answer;
};
const doneWith = ({ position, entries }: ReadAnswer): Done => {
  const to = entries.at(-1)?.id ?? '';
  return { from: position, to, entries: entries.length };
};
const mustRead = async (memberId: string, done?: Done): Promise<ReadAnswer> => {
  const answer = await read(memberId, done);
  if (answer === undefined) throw new Error(`${memberId} does not hold the partition`);
  return answer;
};
const idsOf = ({ entries }: ReadAnswer) => entries.map(({ id }) => id);
const lag = () => countLag(server.redis, { topic, group: 'a', partitions: PARTITIONS });
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

test('gives the partitions of a dead member to the living, who see what it had not done', async () => {
  await share('ada', 50);
  const [first, second] = [await append(), await append()];
  expect(idsOf(await mustRead('ada'))).toEqual([first, second]);

  await until(async () => (await share('bob')).owned.length === PARTITIONS);

  expect(idsOf(await mustRead('bob'))).toEqual([first, second]);
});

test('lets one that was taken for dead neither read nor move the position', async () => {
  await share('ada', 50);
  const first = await append();
  const taken = await mustRead('ada');
  await until(async () => (await share('bob')).owned.length === PARTITIONS);
  const second = await append();

  expect(idsOf(taken)).toEqual([first]);
  expect(await read('ada', doneWith(taken))).toBeUndefined();

  expect(idsOf(await mustRead('bob'))).toEqual([first, second]);
});

test('moves no position back for one that held the partition before somebody else did', async () => {
  await share('ada', 50);
  await append();
  const taken = await mustRead('ada');
  await until(async () => (await share('bob', 50)).owned.length === PARTITIONS);
  const second = await append();
  await read('bob', doneWith(await mustRead('bob')));
  await until(async () => (await share('ada')).owned.length === PARTITIONS);
  const third = await append();

  expect(idsOf(await mustRead('ada', doneWith(taken)))).toEqual([third]);
  expect(second).not.toBe(third);
});

test('moves the position once when the same is told twice', async () => {
  await share('ada');
  await append();
  const done = doneWith(await mustRead('ada'));
  const second = await append();

  const once = await mustRead('ada', done);
  const twice = await mustRead('ada', done);

  expect(idsOf(once)).toEqual([second]);
  expect(twice).toEqual(once);
});

test('takes what was done before Redis forgot for nothing that was done after it', async () => {
  await share('ada');
  const id = await append();
  if (id === null) throw new Error('an id expected');
  const taken = await mustRead('ada');
  await server.redis.del(await server.redis.keys(`*${topic}*`));
  await share('ada');
  await server.redis.xadd(streamKey(topic, 0), id, 'e', '{}');

  expect(idsOf(await mustRead('ada', doneWith(taken)))).toEqual([id]);
});

test('answers many reads in one call, each as if it were alone', async () => {
  const other = { topic, group: 'b', memberId: 'ada' };
  await share('ada');
  await sharePartitions(server.redis, other, limits);
  const ids = [await append(), await append(), await append()];
  const elsewhere = await server.redis.xadd(streamKey(topic, 1), '*', 'e', '{}');
  const each = { count: 10, done: undefined };

  const [few, all, same, next, foreign, moved] = await readPartitions(server.redis, [
    { ...each, member: member('ada'), partition: 0, count: 2 },
    { ...each, member: other, partition: 0 },
    { ...each, member: other, partition: 0, count: 1 },
    { ...each, member: other, partition: 1 },
    { ...each, member: member('bob'), partition: 0 },
    { ...each, member: other, partition: 1, count: 0 },
  ]);

  expect(few && idsOf(few)).toEqual(ids.slice(0, 2));
  expect(all && idsOf(all)).toEqual(ids);
  expect(same && idsOf(same)).toEqual(ids.slice(0, 1));
  expect(next && idsOf(next)).toEqual([elsewhere]);
  expect(foreign).toBeUndefined();
  expect(moved?.entries).toEqual([]);
});

test('gives groups that are equally far the same entries, and each its own position', async () => {
  const other = { topic, group: 'b', memberId: 'ada' };
  await share('ada');
  await sharePartitions(server.redis, other, limits);
  const [first, second] = [await append(), await append()];
  const each = { partition: 0, count: 10, done: undefined };
  const together = () =>
    readPartitions(server.redis, [
      { ...each, member: member('ada') },
      { ...each, member: other },
    ]);

  const [one, two] = await together();
  expect(one && idsOf(one)).toEqual([first, second]);
  expect(two?.entries[0]).toBe(one?.entries[0]);

  await read('ada', one && doneWith(one));
  const [after, before] = await together();
  expect(after?.entries).toEqual([]);
  expect(before && idsOf(before)).toEqual([first, second]);
});

test('goes on where a consumer group of Redis had got to', async () => {
  const stream = streamKey(topic, 0);
  const ids = [await append(), await append(), await append(), await append()];
  await server.redis.xgroup('CREATE', stream, 'a', '0');
  const readGroup = (count: number) =>
    server.redis.xreadgroup('GROUP', 'a', 'owner', 'COUNT', count, 'STREAMS', stream, '>');
  await readGroup(3);
  // The first is done, the next two were read and are not.
  await server.redis.xack(stream, 'a', ids[0] ?? '');

  await share('ada');

  expect(await lag()).toBe(3);
  expect(idsOf(await mustRead('ada'))).toEqual(ids.slice(1));
  expect(await server.redis.xinfo('GROUPS', stream)).toEqual([]);
});

test('counts the lag also when entries were deleted', async () => {
  await share('ada');
  const [, , third] = [await append(), await append(), await append(), await append()];
  if (third === null || third === undefined) throw new Error('an id expected');
  const first = await read('ada', undefined, 1);
  if (first === undefined) throw new Error('the partition is held');
  expect(await lag()).toBe(4);
  await read('ada', doneWith(first));
  expect(await lag()).toBe(3);

  await server.redis.xdel(streamKey(topic, 0), third);
  expect(await lag()).toBe(2);
});

test('counts a long lag by what was added and what was done', async () => {
  await share('ada');
  const pipeline = server.redis.pipeline();
  for (let i = 0; i < 2_500; i++) pipeline.xadd(streamKey(topic, 0), '*', 'e', '{}');
  await pipeline.exec();

  expect(await lag()).toBe(2_500);
  const answer = await mustRead('ada');
  await read('ada', doneWith(answer));
  expect(await lag()).toBe(2_500 - answer.entries.length);
});
