import { AppError } from '#platform/errors.ts';
import { requireScope, requireUser } from '#platform/identity/viewer.ts';
import type { Context } from '../context.ts';
import { toSubmission } from '../counting/to-submission.ts';
import { findEffect } from '../data/submission-effects.ts';
import type { GameMode } from '../domain/game-mode.ts';
import { MIN_GAP_MS, plausibleSeconds } from '../domain/check-score.ts';
import type { Resolvers, ScoreRejection } from '../generated/resolvers.ts';
import type { IntakeAnswer } from '../intake/intake.ts';
import type { SubmissionModel } from '../models.ts';
import { getMode } from '../open-board.ts';
import { getPlayer } from './board.resolvers.ts';
import { findSelf } from './player.resolvers.ts';

const MAX_SCORES = 500;

export const submissionResolvers: Resolvers = {
  Query: {
    submission: (_root, { id }, context) => findStored(context, id.toLowerCase()),
  },

  Mutation: {
    submitScore: async (_root, { input }, context) => {
      requireUser(context.viewer);
      const self = await findSelf(context);
      const mode = getMode(context.modes, input.modeId);
      if (self === undefined) {
        const message = 'You have no player yet: choose a name to play under first.';
        return { __typename: 'NoPlayer', message };
      }
      const game = { ...input, playerId: self.id, isTracked: true };
      const [answer] = await context.intake.accept([game]);
      if (answer === undefined) throw new Error('a score has no answer');
      return toResult(answer, mode);
    },

    submitScores: async (_root, { input }, context) => {
      requireScope(context.viewer, 'scores:submit');
      const { scores } = input;
      if (scores.length < 1 || scores.length > MAX_SCORES) {
        throw new AppError(
          'BAD_USER_INPUT',
          `scores must have 1 to ${MAX_SCORES} entries, not ${scores.length}`,
        );
      }
      const answers = await context.intake.accept(
        scores.map((score) => ({
          ...score,
          playerId: score.playerId.toLowerCase(),
          isTracked: false,
        })),
      );
      const rejected = answers.flatMap((answer, index) =>
        answer.kind === 'ACCEPTED'
          ? []
          : [{ index, submissionId: scores[index]?.submissionId ?? '', reason: toReason(answer) }],
      );
      return { acceptedCount: answers.length - rejected.length, rejected };
    },
  },

  Submission: {
    __resolveReference: ({ id }, context) => findStored(context, id),
    player: ({ playerNumber }, _args, context) => getPlayer(context, playerNumber),
    mode: ({ modeNumber }, _args, { modesByNumber }) => {
      const mode = modesByNumber.get(modeNumber);
      if (mode === undefined) throw new Error(`there is no mode ${modeNumber}`);
      return mode;
    },
    status: async (submission) => {
      if (submission.removedAt !== null) return 'REMOVED';
      return submission.isPending === true ? 'ACCEPTED' : 'COUNTED';
    },
    effect: async ({ id }, _args, { redis }) => (await findEffect(redis, id)) ?? null,
  },

  RecentScore: {
    player: ({ playerNumber }, _args, context) => getPlayer(context, playerNumber),
    mode: ({ modeId }, _args, { modes }) => getMode(modes, modeId),
  },
};

/** A game is stored a moment before it counts; after this time it has counted, told or not. */
const COUNTED_WITHIN_MS = 10_000;

/** A submission with its effect; null until it counts. */
export async function findCounted(
  context: Context,
  id: string,
  isTold: boolean,
): Promise<SubmissionModel | null> {
  const submission = await findStored(context, id);
  // A board that was made anew knows no effect of it.
  if (submission === null || isTold) return submission;
  if ((await findEffect(context.redis, id)) !== undefined) return submission;
  const ageMs = context.now().getTime() - submission.submittedAt.getTime();
  return ageMs > COUNTED_WITHIN_MS ? submission : null;
}

export async function findStored(
  { submissions }: Context,
  id: string,
): Promise<SubmissionModel | null> {
  const submission = await submissions.clear(id).load(id);
  return submission ?? null;
}

function toResult(answer: IntakeAnswer, mode: GameMode) {
  switch (answer.kind) {
    case 'ACCEPTED':
      return {
        __typename: 'Submission' as const,
        ...toSubmission(answer.score),
        isPending: true as const,
      };
    case 'SCORE_OUT_OF_RANGE': {
      const { maxScore } = answer;
      const message = `A game of ${mode.name} brings 0 to ${maxScore} points.`;
      return { __typename: 'ScoreTooHigh' as const, message, maxScore };
    }
    case 'IMPLAUSIBLE_DURATION': {
      const { minSeconds, maxSeconds } = plausibleSeconds(mode);
      const message = `A game of ${mode.name} takes ${minSeconds} to ${maxSeconds} seconds.`;
      return { __typename: 'ImplausibleDuration' as const, message, minSeconds, maxSeconds };
    }
    case 'TOO_SOON': {
      const message = `Games are at least ${MIN_GAP_MS / 1_000} seconds apart.`;
      return { __typename: 'TooSoon' as const, message, retryAfterMs: answer.retryAfterMs };
    }
    case 'UNKNOWN_MODE':
    case 'UNKNOWN_PLAYER':
      throw new Error(`${answer.kind} of a known one`);
  }
}

const toReason = (answer: Exclude<IntakeAnswer, { kind: 'ACCEPTED' }>): ScoreRejection =>
  answer.kind;
