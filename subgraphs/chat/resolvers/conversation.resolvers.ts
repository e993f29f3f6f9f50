import { AppError } from '#platform/errors.ts';
import { createPage, readPageRequest } from '#platform/graphql/page.ts';
import { requireUser } from '#platform/identity/viewer.ts';
import { findConversation, type Context } from '../context.ts';
import {
  countUnread,
  ensureConversation,
  listConversations,
} from '../data/conversation.repository.ts';
import { listMessages } from '../data/message.repository.ts';
import { findBlockedPairs } from '../data/people.repository.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import type { ConversationModel } from '../models.ts';

const MAX_MESSAGES = 100;
const ORDER = 'recent';

export const conversationResolvers: Resolvers = {
  Query: {
    conversations: async (_root, args, { store, viewer }) => {
      const { userId } = requireUser(viewer);
      const request = readPageRequest(args, ORDER);
      const [at, id] = request.after ?? [];
      const before = request.after && { lastActivityAt: new Date(Number(at)), id: String(id) };
      const found = await listConversations(store.db, userId, before, request.first + 1);
      return createPage(found, request, ORDER, ({ lastActivityAt, id: last }) => [
        lastActivityAt.getTime(),
        last,
      ]);
    },

    conversation: async (_root, { id }, context) => {
      requireUser(context.viewer);
      return (await findConversation(context, id)) ?? null;
    },

    unreadMessageCount: (_root, _args, { store, viewer }) =>
      countUnread(store.db, requireUser(viewer).userId),
  },

  Mutation: {
    startConversation: async (_root, { userId: asked }, context) => {
      const { userId } = requireUser(context.viewer);
      const { store, userExists, newId, now } = context;
      const otherId = asked.toLowerCase();
      if (otherId === userId) {
        throw new AppError('BAD_USER_INPUT', 'userId is your own: a conversation has two sides');
      }
      if (!(await userExists(otherId))) {
        return { __typename: 'UserNotFound', message: 'There is nobody with this id.' };
      }
      const [isBlocked] = await findBlockedPairs(store.db, [[userId, otherId]]);
      if (isBlocked === true) return blocked();
      const id = await store.transact((tx) =>
        ensureConversation(tx, newId(), [userId, otherId], now()),
      );
      return { __typename: 'Conversation', ...(await getConversation(context, id)) };
    },
  },

  Conversation: {
    __resolveReference: async ({ id }, context) => (await findConversation(context, id)) ?? null,
    other: ({ otherUserId }) => ({ id: otherUserId }),
    lastMessage: async ({ id, lastSequence }, _args, { messages }) =>
      lastSequence === 0
        ? null
        : ((await messages.load({ conversationId: id, sequence: lastSequence })) ?? null),
    ownReceipt: ({ id, userId }, _args, context) => getReceipt(context, id, userId),
    otherReceipt: ({ id, otherUserId }, _args, context) => getReceipt(context, id, otherUserId),
    isBlocked: ({ userId, otherUserId }, _args, { blocks }) => blocks.load([userId, otherUserId]),

    messages: async ({ id }, { first, beforeSequence, afterSequence }, { store }) => {
      const count = first ?? MAX_MESSAGES / 2;
      if (count < 1 || count > MAX_MESSAGES) {
        throw new AppError(
          'BAD_USER_INPUT',
          `first must be from 1 to ${MAX_MESSAGES}, not ${count}`,
        );
      }
      const range = { before: beforeSequence ?? undefined, after: afterSequence ?? 0 };
      const found = await listMessages(store.db, id, range, count + 1);
      const hasMore = found.length > count;
      const messages = found.slice(0, count);
      return {
        messages,
        hasMore,
        nextCursor: hasMore ? (messages.at(-1)?.sequence ?? null) : null,
      };
    },
  },

  Receipt: {
    conversation: ({ conversationId }, _args, context) => getConversation(context, conversationId),
    user: ({ userId }) => ({ id: userId }),
  },
};

/** Throws NOT_FOUND when there is none that the viewer takes part in. */
export async function getConversation(context: Context, id: string): Promise<ConversationModel> {
  const conversation = await findConversation(context, id);
  if (conversation === undefined) throw new AppError('NOT_FOUND', 'you have no such conversation');
  return conversation;
}

export const blocked = () => ({
  __typename: 'ConversationBlocked' as const,
  message: 'One of you has blocked the other.',
});

async function getReceipt({ receipts }: Context, conversationId: string, userId: string) {
  const ofBoth = await receipts.clear(conversationId).load(conversationId);
  const receipt = ofBoth.find((one) => one.userId === userId);
  if (receipt === undefined) throw new Error('a member has no receipt');
  return receipt;
}
