import { describeReasons } from './flag-labels.ts';

test('reasons are one sentence, with how far off the points are where that is known', () => {
  expect(describeReasons(['SCORE_OUTLIER', 'TOO_FREQUENT'], 4.26)).toBe(
    'Far more points than other games (4.3 deviations above the mean); more time played than has passed',
  );
  expect(describeReasons(['SCORE_OUTLIER'], null)).toBe('Far more points than other games');
  expect(describeReasons([], 5)).toBe('');
});
