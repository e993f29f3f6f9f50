import { addRate, lineThrough, RATES_KEPT } from './recent-rates.ts';

test('keeps the last rates and no more', () => {
  let rates: readonly number[] = [];
  for (let second = 0; second < RATES_KEPT + 5; second += 1) rates = addRate(rates, second);
  expect([rates.length, rates[0], rates.at(-1)]).toEqual([RATES_KEPT, 5, RATES_KEPT + 4]);
});

test('the newest is at the right, the highest at the top, nothing at the bottom', () => {
  expect(lineThrough([0, 10, 5], RATES_KEPT - 1, 100)).toBe('M117 100L118 0L119 50');
  expect(lineThrough([0], 100, 50)).toBe('M100 50');
  expect(lineThrough([], 100, 50)).toBe('');
});
