import { requireScope } from '#platform/identity/viewer.ts';
import { everyMs } from '../activity/every-ms.ts';
import { readActivity } from '../activity/read-activity.ts';
import type { Context } from '../context.ts';
import { countOpenFlags } from '../data/cheat-flag.repository.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import type { GameActivityModel } from '../models.ts';
import { getMode } from '../open-board.ts';
import { SEE_GAMES } from './scopes.ts';

const GAP_MS = 2_000;
const MAX_COUNTED_FLAGS = 1_000;

export const activityResolvers: Resolvers = {
  Query: {
    gameActivity: (_root, _args, context) => {
      requireScope(context.viewer, SEE_GAMES);
      return readAll(context);
    },
  },

  Subscription: {
    gameActivityChanged: {
      subscribe: (_root, _args, context) => {
        requireScope(context.viewer, SEE_GAMES);
        return everyMs(GAP_MS, () => readAll(context), context.signal);
      },
      resolve: (activity: GameActivityModel) => activity,
    },
  },

  GameActivity: {
    modes: ({ byMode }) => byMode,
  },

  ModeActivity: {
    mode: ({ modeId }, _args, { modes }) => getMode(modes, modeId),
  },
};

async function readAll({ redis, db, findLag, now }: Context): Promise<GameActivityModel> {
  const [activity, lag, openFlags] = await Promise.all([
    readActivity(redis, now()),
    findLag(),
    countOpenFlags(db, MAX_COUNTED_FLAGS),
  ]);
  return { ...activity, lag, openFlags };
}
