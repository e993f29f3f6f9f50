import { AppError } from '#platform/errors.ts';
import { requireUser } from '#platform/identity/viewer.ts';
import { findConversation, type Context } from '../context.ts';
import { listMissed } from '../data/message.repository.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { readReceipt, userChannel, type UserMessage } from '../live/channels.ts';
import { mapIterator, onceEnded } from '#platform/live/map-iterator.ts';
import { followMessages, GAP } from '../live/message-feed.ts';
import type { MessageModel, ReceiptModel } from '../models.ts';

/** A client that comes back says where it is in each of its conversations. */
const MAX_POSITIONS = 5_000;
/** Missed messages that are read at once. */
const PAGE = 100;

export const subscriptionResolvers: Resolvers = {
  Subscription: {
    messageReceived: {
      subscribe: async (_root, { after }, context) => {
        const { userId } = requireUser(context.viewer);
        if (after != null && after.length > MAX_POSITIONS) {
          const message = `after must have at most ${MAX_POSITIONS} entries, not ${after.length}`;
          throw new AppError('BAD_USER_INPUT', message);
        }
        const { db } = context.store;
        const messages = await listen(context, userId);
        // Without positions of the client, those of this moment: from here on nothing is missed.
        const positions = after ?? (await readOwnPositions(context, userId, messages));
        const leave = context.presence.open(userId);
        const feed = followMessages(
          {
            messages,
            listPositions: () => context.readPositions(userId),
            listMissed: (id, from, upTo) => listMissed(db, userId, id, from, upTo, PAGE),
          },
          new Map(
            positions.map(({ conversationId, sequence }) => [
              conversationId.toLowerCase(),
              sequence,
            ]),
          ),
          after != null,
        );
        return onceEnded(feed, leave, context.signal);
      },
      resolve: fresh,
    },

    messageChanged: {
      subscribe: async (_root, _args, context) =>
        mapIterator(await listen(context, requireUser(context.viewer).userId), async (heard) => {
          if (heard === GAP || heard.kind !== 'CHANGED') return undefined;
          const { conversationId, sequence } = heard;
          if ((await findConversation(context, conversationId)) === undefined) return undefined;
          const key = { conversationId, sequence };
          return context.messages.clear(key).load(key);
        }),
      resolve: fresh,
    },

    messageStatusChanged: {
      subscribe: async (_root, _args, context) =>
        mapIterator(await listen(context, requireUser(context.viewer).userId), (heard) =>
          heard === GAP || heard.kind !== 'RECEIPT' ? undefined : readReceipt(heard.receipt),
        ),
      resolve: (receipt: ReceiptModel, _args: unknown, { receipts }: Context) => {
        receipts.clear(receipt.conversationId);
        return receipt;
      },
    },
  },
};

/** When it fails nobody listens any more. */
async function readOwnPositions(
  { readPositions }: Context,
  userId: string,
  messages: AsyncIterableIterator<unknown>,
) {
  try {
    const positions = await readPositions(userId);
    return positions.map(({ conversationId, lastSequence: sequence }) => ({
      conversationId,
      sequence,
    }));
  } catch (error) {
    await messages.return?.();
    throw error;
  }
}

const listen = ({ live, signal }: Context, userId: string) =>
  live.subscribe<UserMessage | typeof GAP>(userChannel(userId), signal, { afterGap: GAP });

/** A subscription outlives what its loaders have cached. */
function fresh(message: MessageModel, _args: unknown, { receipts }: Context): MessageModel {
  receipts.clear(message.conversationId);
  return message;
}
