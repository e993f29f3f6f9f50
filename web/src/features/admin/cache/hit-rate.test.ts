import { formatHitRate } from './hit-rate.ts';

test.each([
  [null, 'nothing read yet'],
  [0, '0 %'],
  [0.9124, '91.2 %'],
  [0.9999, '99.9 %'],
  [1, '100 %'],
])('%s is told as %s', (rate, expected) => {
  expect(formatHitRate(rate)).toBe(expected);
});
