import { AppError } from '#platform/errors.ts';
import { requireScope } from '#platform/identity/viewer.ts';
import {
  findSeasonBoards,
  listRewardTiers,
  replaceRewardTiers,
} from '../data/season.repository.ts';
import { boardOf } from '../domain/boards.ts';
import { exampleOf, findPeriod, periodAt, previousPeriod, type Period } from '../domain/periods.ts';
import { findTierFault } from '../domain/reward-tiers.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { closeSeason } from '../seasons/pay-rewards.ts';
import { readCount } from './board.resolvers.ts';
import { MANAGE_GAMES } from './scopes.ts';

const MAX_SEASONS = 20;
const DEFAULT_SEASONS = 4;

export const seasonResolvers: Resolvers = {
  Query: {
    seasons: (_root, { first }, { now }) => {
      const count = readCount('first', first ?? DEFAULT_SEASONS, MAX_SEASONS);
      const seasons: Period[] = [periodAt('SEASONAL', now())];
      while (seasons.length < count) seasons.push(previousPeriod(seasons.at(-1) as Period));
      return seasons;
    },
    seasonRewardTiers: (_root, _args, { db }) => listRewardTiers(db),
  },

  Mutation: {
    setSeasonRewards: async (_root, { input }, { store, db, viewer }) => {
      requireScope(viewer, MANAGE_GAMES);
      const fault = findTierFault(input.tiers);
      if (fault !== undefined) throw new AppError('BAD_USER_INPUT', fault);
      await store.transact((tx) => replaceRewardTiers(tx, input.tiers));
      return listRewardTiers(db);
    },

    closeSeason: async (_root, { season: name }, context) => {
      requireScope(context.viewer, MANAGE_GAMES);
      const season = findPeriod('SEASONAL', name);
      if (season === undefined) {
        throw new AppError(
          'BAD_USER_INPUT',
          `season must look like ${exampleOf('SEASONAL')}, not "${name.slice(0, 40)}"`,
        );
      }
      const modes = Array.from(context.modes.values());
      const rewards = await closeSeason({ ...context, modes }, season);
      if (rewards !== undefined) {
        return { __typename: 'SeasonClosed', season, paidCount: rewards.length };
      }
      const message = `${name} is not over: scores of it may still come.`;
      return { __typename: 'SeasonNotOver', message, season };
    },
  },

  Season: {
    startsAt: ({ startsAt }) => startsAt as Date,
    endsAt: ({ endsAt }) => endsAt as Date,
    status: async (season, _args, { db, modes, now }) => {
      if (season.endsAt === undefined || now() < season.endsAt) return 'RUNNING';
      const names = Array.from(modes.keys(), (id) => boardOf(id, season).name);
      const boards = await findSeasonBoards(db, names);
      if (boards.length < names.length) return 'ENDED';
      return boards.every(({ isPaid }) => isPaid) ? 'REWARDED' : 'ARCHIVED';
    },
  },

  SeasonReward: {
    mode: ({ modeNumber }, _args, { modesByNumber }) => {
      const mode = modesByNumber.get(modeNumber);
      if (mode === undefined) throw new Error(`there is no mode ${modeNumber}`);
      return mode;
    },
  },
};
