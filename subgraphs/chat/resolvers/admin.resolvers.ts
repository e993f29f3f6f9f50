import { AppError } from '#platform/errors.ts';
import { createPage, readPageRequest } from '#platform/graphql/page.ts';
import { requireScope, requireUser } from '#platform/identity/viewer.ts';
import { isId } from '#platform/database/ids.ts';
import { findReport, listReports } from '../data/report.repository.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { resolveReport } from '../sending/resolve-report.ts';

const MAX_MINUTES = 1_440;
/** What a live view of activity has; its charts ask for more once. */
const LIVE_MINUTES = 60;
const ORDER = 'reported';

export const adminResolvers: Resolvers = {
  Query: {
    chatActivity: (_root, { minutes }, { viewer, readActivity }) => {
      requireScope(viewer, 'chat:read');
      if (minutes < 1 || minutes > MAX_MINUTES) {
        const message = `minutes must be from 1 to ${MAX_MINUTES}, not ${minutes}`;
        throw new AppError('BAD_USER_INPUT', message);
      }
      return readActivity(minutes);
    },

    messageReports: async (_root, { isResolved, ...args }, { viewer, store }) => {
      requireScope(viewer, 'chat:read');
      const request = readPageRequest(args, ORDER);
      const [at, id] = request.after ?? [];
      const after = request.after && { createdAt: new Date(Number(at)), id: String(id) };
      const found = await listReports(store.db, isResolved, after, request.first + 1);
      return createPage(found, request, ORDER, ({ createdAt, id: last }) => [
        createdAt.getTime(),
        last,
      ]);
    },
  },

  Mutation: {
    resolveMessageReport: async (_root, { id, resolution }, context) => {
      requireScope(context.viewer, 'chat:moderate');
      const { userId } = requireUser(context.viewer);
      if (isId(id) && (await resolveReport(context, id, resolution, userId))) {
        const report = await findReport(context.store.db, id);
        if (report !== undefined) return report;
      }
      throw new AppError('NOT_FOUND', 'there is no such report');
    },
  },

  Subscription: {
    chatActivityChanged: {
      subscribe: (_root, _args, { viewer, signal, followActivity }) => {
        requireScope(viewer, 'chat:read');
        return followActivity(LIVE_MINUTES, signal);
      },
      resolve: (activity: unknown) => activity as never,
    },
  },

  MessageReport: {
    sender: ({ senderId }) => ({ id: senderId }),
    reportedBy: ({ reportedById }) => ({ id: reportedById }),
  },
};
