import { AppError } from '#platform/errors.ts';
import { percentileOf, pointsOfBar } from '../domain/score-bars.ts';
import type { Resolvers } from '../generated/resolvers.ts';

export const distributionResolvers: Resolvers = {
  GameMode: {
    async scores({ number, maxScorePerGame: maxScore }, _args, { distributions }) {
      const distribution = await distributions.load(number);
      return distribution === undefined ? null : { ...distribution, maxScore };
    },
  },

  ScoreDistribution: {
    percentile({ bars, maxScore }, { share }) {
      if (!(share >= 0 && share <= 1)) {
        throw new AppError('BAD_USER_INPUT', `share is ${share}: expected 0 to 1`);
      }
      return percentileOf(bars, maxScore, share) ?? null;
    },
    bars: ({ bars, maxScore }) =>
      bars.map((games, bar) => {
        const { from, to } = pointsOfBar(bar, maxScore);
        return { from, to, games };
      }),
  },
};
