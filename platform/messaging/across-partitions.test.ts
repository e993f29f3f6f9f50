import { gatherBatches } from './across-partitions.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('batches that wait while a call is under way make up the next one, each in its order', async () => {
  const calls: number[][] = [];
  const first = Promise.withResolvers<void>();
  const gather = gatherBatches<number>(async (items) => {
    calls.push([...items]);
    if (calls.length === 1) await first.promise;
  });

  const early = gather([1, 2]);
  await turn();
  const late = [gather([3]), gather([5, 4])];
  first.resolve();

  expect(await Promise.all([early, ...late])).toEqual([undefined, undefined, undefined]);
  expect(calls).toEqual([
    [1, 2],
    [3, 5, 4],
  ]);
});

test('a failure is told to every batch of its call, and to no other', async () => {
  const failure = new Error('no');
  const gather = gatherBatches<number>((items) =>
    Promise.resolve(items.includes(2) ? failure : undefined),
  );

  expect(await Promise.all([gather([1]), gather([2])])).toEqual([failure, failure]);
  expect(await gather([3])).toBeUndefined();
});

test('a call is bounded, but for a single batch', async () => {
  const sizes: number[] = [];
  const gather = gatherBatches<number>((items) => Promise.resolve(void sizes.push(items.length)));

  await Promise.all(
    [1_500, 600, 400, 1].map((size) => gather(Array.from({ length: size }, () => 0))),
  );

  expect(sizes).toEqual([1_500, 1_000, 1]);
});
