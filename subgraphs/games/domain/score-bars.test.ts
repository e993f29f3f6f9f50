import { barOf, percentileOf, pointsOfBar, SCORE_BARS } from './score-bars.ts';

test.each([15_000, 20_000, 99, 49])(
  'with at most %i points each score is in the bar that says so, and bars have no gap',
  (maxScore) => {
    const scores = Array.from({ length: maxScore + 1 }, (_, score) => score);
    const isWrong = (score: number) => {
      const { from, to } = pointsOfBar(barOf(score, maxScore), maxScore);
      return score < from || score > to;
    };
    expect(scores.filter(isWrong)).toEqual([]);
    expect(pointsOfBar(0, maxScore).from).toBe(0);
    expect(pointsOfBar(SCORE_BARS - 1, maxScore).to).toBe(maxScore);
  },
);

test('percentiles of even scores are those scores', () => {
  const bars = Array.from({ length: SCORE_BARS }, () => 20);

  for (const share of [0.1, 0.5, 0.9, 0.95, 1]) {
    expect(percentileOf(bars, 9_999, share)).toBeCloseTo(share * 9_999, -2.5);
  }
});

test('percentiles are within a bar of those of the sorted scores', () => {
  const maxScore = 30_000;
  const scores = Array.from({ length: 5_000 }, (_, index) =>
    Math.floor(maxScore * ((index * 0.618_034) % 1) ** 3),
  ).toSorted((a, b) => a - b);
  const bars = Array.from({ length: SCORE_BARS }, () => 0);
  for (const score of scores) bars[barOf(score, maxScore)]! += 1;

  for (const share of [0.01, 0.25, 0.5, 0.75, 0.99]) {
    const exact = scores[Math.ceil(share * scores.length) - 1] ?? 0;
    expect(Math.abs((percentileOf(bars, maxScore, share) ?? 0) - exact)).toBeLessThanOrEqual(
      maxScore / SCORE_BARS,
    );
  }
});

test('of no games there is no percentile; of one, all are its bar', () => {
  const none = Array.from({ length: SCORE_BARS }, () => 0);
  expect(percentileOf(none, 100, 0.5)).toBeUndefined();

  const one = none.with(7, 1);
  const { from, to } = pointsOfBar(7, 10_000);
  for (const share of [0, 0.5, 1]) {
    const found = percentileOf(one, 10_000, share) ?? Number.NaN;
    expect(found >= from && found <= to).toBe(true);
  }
});
