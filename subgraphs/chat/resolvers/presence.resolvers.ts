import { LRUCache } from 'lru-cache';
import { AppError } from '#platform/errors.ts';
import { requireUser } from '#platform/identity/viewer.ts';
import type { Context } from '../context.ts';
import { isId } from '#platform/database/ids.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { mapIterator } from '#platform/live/map-iterator.ts';
import { followTyping, typingChannel, type TypingChange } from '../live/typing-feed.ts';
import { presenceChannel, type Presence, type WirePresence } from '../presence/presence.ts';

/** People whose last state a stream remembers, to tell only changes. */
const MAX_REMEMBERED = 1_000;

export const presenceResolvers: Resolvers = {
  Mutation: {
    startTyping: (_root, { conversationId }, context) => tell(context, conversationId, true),
    stopTyping: (_root, { conversationId }, context) => tell(context, conversationId, false),
  },

  Subscription: {
    typingChanged: {
      subscribe: async (_root, _args, { live, signal, viewer }) =>
        followTyping(
          await live.subscribe<TypingChange>(typingChannel(requireUser(viewer).userId), signal),
        ),
      resolve: (change: TypingChange) => change,
    },

    presenceChanged: {
      subscribe: async (_root, _args, context) => {
        const { userId } = requireUser(context.viewer);
        const told = new LRUCache<string, boolean>({ max: MAX_REMEMBERED });
        const changes = await context.live.subscribe<WirePresence>(
          presenceChannel(userId),
          context.signal,
        );
        // What is heard is a hint: two processes may tell of one person in either order.
        return mapIterator(changes, async (heard) => {
          const [isOnline] = await context.online.areOnline(
            [heard.userId],
            context.now().getTime(),
          );
          if (isOnline === undefined || told.get(heard.userId) === isOnline) return undefined;
          told.set(heard.userId, isOnline);
          return toPresence({ ...heard, isOnline });
        });
      },
      resolve: (presence: Presence) => presence,
    },
  },

  User: {
    __resolveReference: ({ id }) => ({ id }),
    presence: ({ id }, _args, { viewer, presences }) => {
      requireUser(viewer);
      return presences.load(id);
    },
  },
  Presence: { user: ({ userId }) => ({ id: userId }) },
  TypingChange: { user: ({ userId }) => ({ id: userId }) },
};

function tell({ viewer, tellTyping }: Context, asked: string, isTyping: boolean): Promise<boolean> {
  const { userId } = requireUser(viewer);
  const conversationId = asked.toLowerCase();
  if (!isId(conversationId)) {
    throw new AppError('BAD_USER_INPUT', 'conversationId must be the id of a conversation');
  }
  return tellTyping({ conversationId, userId, isTyping });
}

const toPresence = ({ userId, isOnline, lastSeenAt }: WirePresence): Presence => ({
  userId,
  isOnline,
  lastSeenAt: isOnline || lastSeenAt === null ? null : new Date(lastSeenAt),
});
