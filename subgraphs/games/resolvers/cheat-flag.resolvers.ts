import { AppError } from '#platform/errors.ts';
import { createPage, readPageRequest } from '#platform/graphql/page.ts';
import { requireScope, requireUser } from '#platform/identity/viewer.ts';
import { listCheatFlags, reviewCheatFlags } from '../data/cheat-flag.repository.ts';
import { isId } from '#platform/database/ids.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { getPlayer } from './board.resolvers.ts';
import { MANAGE_GAMES, SEE_GAMES } from './scopes.ts';
import { findStored } from './submission.resolvers.ts';

const MAX_REVIEWED = 100;
const MAX_NOTE = 500;

export const cheatFlagResolvers: Resolvers = {
  Query: {
    cheatFlags: async (_root, { status, ...args }, { db, viewer }) => {
      requireScope(viewer, SEE_GAMES);
      const of = status ?? 'OPEN';
      const order = `cheat-flags:${of}`;
      const request = readPageRequest(args, order);
      const [suspicion, id] = request.after ?? [];
      const rows = await listCheatFlags(db, {
        status: of,
        after: request.after && { suspicion: Number(suspicion), id: String(id) },
        limit: request.first + 1,
      });
      return createPage(rows, request, order, (flag) => [flag.suspicion, flag.id]);
    },
  },

  Mutation: {
    reviewCheatFlags: (_root, { input }, { db, viewer, now }) => {
      requireScope(viewer, MANAGE_GAMES);
      const { userId } = requireUser(viewer);
      const { ids, verdict, note } = input;
      if (verdict === 'OPEN') {
        throw new AppError('BAD_USER_INPUT', 'verdict must be CLEARED or CONFIRMED, not OPEN');
      }
      if (ids.length < 1 || ids.length > MAX_REVIEWED || !ids.every(isId)) {
        throw new AppError('BAD_USER_INPUT', `ids must be 1 to ${MAX_REVIEWED} ids of flags`);
      }
      if (note != null && note.length > MAX_NOTE) {
        throw new AppError('BAD_USER_INPUT', `note must have up to ${MAX_NOTE} characters`);
      }
      return reviewCheatFlags(db, ids, {
        status: verdict,
        at: now(),
        by: userId,
        note: note ?? null,
      });
    },
  },

  CheatFlag: {
    submission: ({ submissionId }, _args, context) => findStored(context, submissionId),
    player: ({ playerNumber }, _args, context) => getPlayer(context, playerNumber),
    mode: ({ modeNumber }, _args, { modesByNumber }) => {
      const mode = modesByNumber.get(modeNumber);
      if (mode === undefined) throw new Error(`there is no mode ${modeNumber}`);
      return mode;
    },
    reviewedBy: ({ reviewedBy }) => (reviewedBy === null ? null : { id: reviewedBy }),
  },
};
