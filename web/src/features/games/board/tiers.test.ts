import { formatPercentile, nextMilestone, progressPercent } from './tiers.ts';

test.each([
  [2, 1, 3],
  [11, 10, 50],
  [51, 50, 100],
  [100, 50, 100],
  [101, 100, 500],
  [4_000_000, 1_000_000, 9_000_000],
])('rank %i goes for %i, from %i', (rank, goalRank, fromRank) => {
  expect(nextMilestone(rank, 9_000_000)).toEqual({ goalRank, fromRank });
});

test('the first has reached everything', () => {
  expect(nextMilestone(1, 100)).toBeUndefined();
});

test('a tier ends with the board', () => {
  expect(nextMilestone(60, 70)).toEqual({ goalRank: 50, fromRank: 70 });
});

test('progress is the share of the points between two tiers', () => {
  expect(progressPercent(150, 100, 200)).toBe(50);
  expect(progressPercent(90, 100, 200)).toBe(0);
  expect(progressPercent(250, 100, 200)).toBe(100);
  expect(progressPercent(100, 100, 100)).toBe(100);
});

test('nobody is ahead of all but who is', () => {
  expect(formatPercentile(99.9999)).toBe('99.99 %');
  expect(formatPercentile(100)).toBe('100.00 %');
  expect(formatPercentile(0)).toBe('0.00 %');
});
