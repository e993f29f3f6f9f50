import { AppError } from '#platform/errors.ts';
import { boardOf } from '../domain/boards.ts';
import type { GameMode } from '../domain/game-mode.ts';
import { periodAt, type Window } from '../domain/periods.ts';
import { findSubmissionIdFault } from '../domain/submission-id.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { modeChannel, submissionChannel, type ScoresCounted } from '../live/channels.ts';
import { followOnce } from '../live/follow-once.ts';
import { keepBest } from '../live/keep-best.ts';
import { mapIterator } from '#platform/live/map-iterator.ts';
import type { PlaceOnBoard } from '../live/watches.ts';
import type {
  LeaderboardEntryModel,
  LeaderboardModel,
  RecentScoreModel,
  SubmissionModel,
} from '../models.ts';
import { getMode } from '../open-board.ts';
import { findCounted } from './submission.resolvers.ts';

export const subscriptionResolvers: Resolvers = {
  Subscription: {
    rankChanged: {
      subscribe: async (_root, { playerId, modeId }, context) => {
        const mode = getMode(context.modes, modeId);
        const player = await context.playersById.load(playerId.toLowerCase());
        if (player === undefined) throw new AppError('NOT_FOUND', 'there is no such player');
        const content = contentOf(mode, 'ALL_TIME', context.now());
        return context.watches.followPlace(content, player.number, context.signal);
      },
      resolve: (entry: PlaceOnBoard): LeaderboardEntryModel => entry,
    },

    leaderboardChanged: {
      subscribe: (_root, { modeId, window }, context) => {
        const mode = getMode(context.modes, modeId);
        const { now, watches, signal } = context;
        const current = () => contentOf(mode, window ?? 'ALL_TIME', now());
        const tops = watches.followTop(current, signal);
        return mapIterator(tops, ({ content: { board } }) =>
          context.openBoard({ modeId, window: window ?? 'ALL_TIME', period: board.period.name }),
        );
      },
      resolve: (board: LeaderboardModel) => board,
    },

    recentScores: {
      subscribe: async (_root, { modeId }, { live, modes, signal }) => {
        const mode = getMode(modes, modeId);
        const messages = await live.subscribe<ScoresCounted>(modeChannel(mode.id), signal);
        return mapIterator(keepBest(messages), ({ playerNumber, score, at }): RecentScoreModel => ({
          modeId: mode.id,
          playerNumber,
          score,
          submittedAt: new Date(at),
        }));
      },
      resolve: (score: RecentScoreModel) => score,
    },

    submissionCounted: {
      subscribe: async (_root, { id }, context) => {
        const fault = findSubmissionIdFault(id, context.now());
        if (fault !== undefined)
          throw new AppError('BAD_USER_INPUT', fault.replace('submissionId', 'id'));
        const submissionId = id.toLowerCase();
        const messages = await context.live.subscribe<unknown>(
          submissionChannel(submissionId),
          context.signal,
          { afterGap: 'a gap' },
        );
        return followOnce(messages, (isTold) => findCounted(context, submissionId, isTold));
      },
      resolve: (submission: SubmissionModel) => submission,
    },
  },
};

function contentOf(mode: GameMode, window: Window, at: Date) {
  return { board: boardOf(mode.id, periodAt(window, at)), modeNumber: mode.number, multiplier: 1 };
}
