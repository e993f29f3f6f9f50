import { AppError } from '#platform/errors.ts';
import { createPage, readPageRequest } from '#platform/graphql/page.ts';
import { requireUser } from '#platform/identity/viewer.ts';
import { isId } from '#platform/database/ids.ts';
import { searchMessages } from '../data/search.repository.ts';
import { findSearchFault, type SearchFilter } from '../domain/search.ts';
import type { Resolvers } from '../generated/resolvers.ts';

const ORDER = 'match';

export const searchResolvers: Resolvers = {
  Query: {
    searchMessages: async (_root, { filter: asked, ...args }, { store, viewer }) => {
      const { userId } = requireUser(viewer);
      const words = asked.words?.trim();
      const filter: SearchFilter = {
        words: words === '' ? undefined : words,
        conversationId: asked.conversationId?.toLowerCase(),
        senderId: asked.senderId?.toLowerCase(),
        type: asked.type ?? undefined,
        from: asked.from ?? undefined,
        before: asked.before ?? undefined,
      };
      const fault = findSearchFault(filter);
      if (fault !== undefined) throw new AppError('BAD_USER_INPUT', fault);
      const request = readPageRequest(args, ORDER);
      // What is no id is nobody's.
      const ids = [filter.conversationId, filter.senderId].filter((id) => id !== undefined);
      const found = ids.every(isId)
        ? await searchMessages(
            store.db,
            userId,
            filter,
            request.after && readAfter(request.after),
            request.first + 1,
          )
        : [];
      return createPage(found, request, ORDER, ({ rank, message }) => [
        rank,
        message.createdAt.getTime(),
        message.conversationId,
        message.sequence,
      ]);
    },
  },
};

const readAfter = ([rank, at, conversationId, sequence]: readonly (string | number)[]) => ({
  rank: Number(rank),
  createdAt: new Date(Number(at)),
  conversationId: String(conversationId),
  sequence: Number(sequence),
});
