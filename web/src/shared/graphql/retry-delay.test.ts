import { LONGEST_DELAY_MS, retryDelayMs } from './retry-delay.ts';

test('waits double with each failure, up to a limit', () => {
  expect([1, 2, 3, 4].map((failures) => retryDelayMs(failures, 1))).toEqual([
    500, 1000, 2000, 4000,
  ]);
  expect(retryDelayMs(50, 1)).toBe(LONGEST_DELAY_MS);
});

test('chance spreads a wait over its upper half', () => {
  expect(retryDelayMs(3, 0)).toBe(1000);
  expect(retryDelayMs(3, 0.5)).toBe(1500);
});
