import { AppError } from '#platform/errors.ts';
import { createPage, readPageRequest } from '#platform/graphql/page.ts';
import { requireScope, requireUser } from '#platform/identity/viewer.ts';
import { removeScores, restoreScores } from '../adjusting/adjust-scores.ts';
import { correctBoards } from '../adjusting/correct-boards.ts';
import type { Context } from '../context.ts';
import { listAdjustments, type ScoreChoice } from '../data/adjustment.repository.ts';
import { isId } from '#platform/database/ids.ts';
import type { Adjustment } from '../domain/adjustment.ts';
import type { RemoveScoresInput, Resolvers } from '../generated/resolvers.ts';
import { getMode } from '../open-board.ts';
import { MANAGE_GAMES, SEE_GAMES } from './scopes.ts';

const ORDER = 'score-adjustments';
const MAX_IDS = 1_000;

export const adjustmentResolvers: Resolvers = {
  Query: {
    scoreAdjustments: async (_root, args, { db, viewer }) => {
      requireScope(viewer, SEE_GAMES);
      const request = readPageRequest(args, ORDER);
      const [id] = request.after ?? [];
      const rows = await listAdjustments(db, {
        beforeId: id === undefined ? undefined : String(id),
        limit: request.first + 1,
      });
      return createPage(rows, request, ORDER, ({ id: last }) => [last]);
    },
  },

  Mutation: {
    removeScores: async (_root, { input }, context) => {
      requireScope(context.viewer, MANAGE_GAMES);
      const { userId } = requireUser(context.viewer);
      const choice = await readChoice(input, context);
      const request = { reason: input.reason, madeBy: userId };
      return answer(context, await removeScores(context, choice, request));
    },

    restoreScores: async (_root, { input }, context) => {
      requireScope(context.viewer, MANAGE_GAMES);
      const { userId } = requireUser(context.viewer);
      const id = input.adjustmentId.toLowerCase();
      if (!isId(id)) throw new AppError('NOT_FOUND', 'there is no such adjustment');
      const request = { reason: input.reason, madeBy: userId };
      return answer(context, await restoreScores(context, id, request));
    },
  },

  ScoreAdjustment: {
    madeBy: ({ madeBy }) => ({ id: madeBy }),
  },
};

/** The boards that are looked at say so when the answer comes; archives and the announcement follow by a job. */
async function answer(context: Context, adjustment: Adjustment | undefined) {
  if (adjustment === undefined) {
    const message = 'None of these games can be changed: they do not exist, or it was done before.';
    return { __typename: 'NoScoresToAdjust' as const, message };
  }
  await correctBoards(context, adjustment.id);
  return { __typename: 'ScoreAdjustment' as const, ...adjustment };
}

async function readChoice(input: RemoveScoresInput, context: Context): Promise<ScoreChoice> {
  const { submissionIds, playerId, modeId, from, to } = input;
  const isOfPlayer = playerId != null || modeId != null || from != null || to != null;
  if (submissionIds != null) {
    if (isOfPlayer) {
      throw new AppError(
        'BAD_USER_INPUT',
        'submissionIds must not come with playerId, modeId, from or to',
      );
    }
    const ids = submissionIds.map((id) => id.toLowerCase());
    if (ids.length >= 1 && ids.length <= MAX_IDS && ids.every(isId)) return { submissionIds: ids };
    throw new AppError(
      'BAD_USER_INPUT',
      `submissionIds must be 1 to ${MAX_IDS} ids of submissions`,
    );
  }
  if (playerId == null) {
    throw new AppError('BAD_USER_INPUT', 'submissionIds or playerId must say which games');
  }
  const player = await context.playersById.load(playerId.toLowerCase());
  if (player === undefined) throw new AppError('NOT_FOUND', 'there is no such player');
  if (from != null && to != null && from >= to) {
    throw new AppError('BAD_USER_INPUT', 'from must be before to');
  }
  return {
    playerNumber: player.number,
    modeNumber: modeId == null ? undefined : getMode(context.modes, modeId).number,
    from: from ?? undefined,
    to: to ?? undefined,
  };
}
