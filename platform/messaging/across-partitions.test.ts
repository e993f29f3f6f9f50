import { gatherBatches } from './across-partitions.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));
const batchesOf = (...sizes: number[]) =>
  sizes.map((size) => Array.from({ length: size }, () => 0));

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

  await Promise.all(batchesOf(1_500, 600, 400, 1).map(gather));

  expect(sizes).toEqual([1_500, 1_000, 1]);
});

test('calls begin no sooner than asked for', async () => {
  const everyMs = 100;
  const begun: number[] = [];
  const gather = gatherBatches<number>(() => Promise.resolve(void begun.push(performance.now())), {
    everyMs,
  });
  await gather([1]);
  await gather([2]);

  expect((begun[1] ?? 0) - (begun[0] ?? 0)).toBeGreaterThan(everyMs / 2);
});

test('what a call cannot hold does not wait for the time of the next, nor what may be behind a full batch', async () => {
  let calls = 0;
  const gather = gatherBatches<number>(() => Promise.resolve(void (calls += 1)), {
    everyMs: 3_600_000,
    batchSize: 200,
  });
  await Promise.all(batchesOf(1_500, 600, 400, 1, 200).map(gather));
  expect(calls).toBe(3);

  await gather([1]);
  expect(calls).toBe(4);
});
