import { MAX_RUNS, measure, percentile } from './measure.ts';

test('a percentile is the least time that so many do not exceed', () => {
  const times = Array.from({ length: 100 }, (_, index) => 100 - index);

  expect([50, 95, 99, 100].map((percent) => percentile(times, percent))).toEqual([50, 95, 99, 100]);
  expect(percentile([7], 50)).toBe(7);
  expect(() => percentile([], 50)).toThrow('no percentile of nothing');
});

test('runs each number once, and no more at a time than it may', async () => {
  const seen: number[] = [];
  let atOnce = 0;
  let most = 0;

  const times = await measure(20, 3, async (run) => {
    most = Math.max(most, ++atOnce);
    await Promise.resolve();
    seen.push(run);
    atOnce--;
    return run * 2;
  });

  expect(times.toSorted((a, b) => a - b)).toEqual(seen.toSorted((a, b) => a - b).map((n) => n * 2));
  expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index));
  expect(most).toBe(3);
});

test('is bounded', async () => {
  await expect(measure(MAX_RUNS + 1, 1, async () => 0)).rejects.toThrow(RangeError);
});
