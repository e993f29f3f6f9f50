import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises';
import { groupCalls, QueueFull } from './group-calls.ts';

const limits = { maxItems: 100, maxWaiting: 1_000 };

test('calls that come while a group is under way make up the next one', async () => {
  const groups: number[][] = [];
  const [begun, first] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const double = groupCalls<number, number>(limits, async (items) => {
    groups.push([...items]);
    begun.resolve();
    if (groups.length === 1) await first.promise;
    return items.map((item) => item * 2);
  });

  const early = [double(1), double(2)];
  await begun.promise;
  const late = [3, 4, 5].map(double);
  first.resolve();

  expect(await Promise.all([...early, ...late])).toEqual([2, 4, 6, 8, 10]);
  expect(groups).toEqual([
    [1, 2],
    [3, 4, 5],
  ]);
});

test('an item that cannot be taken fails alone', async () => {
  let groups = 0;
  const take = groupCalls<number, number>(limits, async (items) => {
    groups += 1;
    if (items.includes(7)) throw new Error('not seven');
    return items;
  });

  const answers = await Promise.allSettled(Array.from({ length: 64 }, (_, item) => take(item)));

  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(63);
  expect(answers[7]).toMatchObject({ status: 'rejected', reason: { message: 'not seven' } });
  // All, and twice for each halving: not each of the others alone.
  expect(groups).toBe(1 + 2 * Math.log2(64));
});

test('a store that is away is asked once a group', async () => {
  let groups = 0;
  const away = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
  const take = groupCalls<number, number>(limits, async () => {
    groups += 1;
    throw away;
  });

  const answers = await Promise.allSettled([take(1), take(2), take(3)]);

  expect(answers.every(({ status }) => status === 'rejected')).toBe(true);
  expect(groups).toBe(1);
});

test('groups and the queue are bounded', async () => {
  const sizes: number[] = [];
  const take = groupCalls<number, number>({ maxItems: 2, maxWaiting: 5 }, async (items) => {
    sizes.push(items.length);
    return items;
  });

  const answers = await Promise.allSettled(Array.from({ length: 7 }, (_, item) => take(item)));

  expect(sizes).toEqual([2, 2, 1]);
  expect(
    answers.map(({ status }) => status).filter((status) => status === 'rejected'),
  ).toHaveLength(2);
  expect(answers[5]).toMatchObject({ reason: expect.any(QueueFull) });
});

test('after a group of several it rests twice as long as that took, after a single one not at all', async () => {
  const groups: number[] = [];
  const begun: number[] = [];
  const ended: number[] = [];
  const call = groupCalls<number, number>({ ...limits, mostRestMs: 1_000 }, async (items) => {
    begun.push(performance.now());
    groups.push(items.length);
    await delay(20);
    ended.push(performance.now());
    return items;
  });

  const alone = call(1);
  await turn();
  await turn();
  const several = [call(2), call(3)];
  await alone;
  await several[0];
  const next = call(4);
  await Promise.all([...several, next]);

  expect(groups).toEqual([1, 2, 1]);
  const tookMs = ended[1]! - begun[1]!;
  // Timers may be early by a millisecond; how late they are does not matter.
  expect(begun[2]! - ended[1]!).toBeGreaterThan(1.5 * tookMs);
});
