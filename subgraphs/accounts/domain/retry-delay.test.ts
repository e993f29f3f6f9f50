import { retryDelay } from './retry-delay.ts';

test('doubles with each failure, up to ten minutes', () => {
  expect([1, 2, 3, 20].map((failures) => retryDelay(failures, 1))).toEqual([
    2_000, 4_000, 8_000, 600_000,
  ]);
});

test('is spread over the second half of its time', () => {
  expect([0, 0.5, 1].map((random) => retryDelay(1, random))).toEqual([1_000, 1_500, 2_000]);
});
