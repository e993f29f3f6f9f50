import { describeEffect, durationBounds, matchOf } from './finished-game.ts';

const raid = { maxScorePerGame: 30_000, averageDurationMinutes: 30 };

test('a game takes 0.3 to 3 times the average', () => {
  expect(durationBounds(raid)).toEqual({ least: 540, most: 5_400, average: 1_800 });
});

test.each([-1, 0, 0.37, 1, 2])('what is played is always plausible: %d', (share) => {
  const { least, most } = durationBounds(raid);
  const { score, durationSeconds } = matchOf(raid, share);
  expect(score).toBeGreaterThanOrEqual(0);
  expect(score).toBeLessThanOrEqual(30_000);
  expect(durationSeconds).toBeGreaterThanOrEqual(least);
  expect(durationSeconds).toBeLessThanOrEqual(most);
});

test('an effect is told in ranks', () => {
  expect(describeEffect({ rankBefore: 1_200, rankAfter: 800 })).toBe('#1,200 → #800');
  expect(describeEffect({ rankBefore: null, rankAfter: 3 })).toBe('You are on the board: #3.');
  expect(describeEffect({ rankBefore: 3, rankAfter: 3 })).toBe('You stay #3.');
});
