import { AppError } from '#platform/errors.ts';
import { requireUser } from '#platform/identity/viewer.ts';
import { isId } from '#platform/database/ids.ts';
import { findUserIds } from '../data/conversation.repository.ts';
import { insertReport } from '../data/people.repository.ts';
import { findEmojiFault, findTextFault, MAX_REASON } from '../domain/message.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import type { MessageModel } from '../models.ts';
import { markRead } from '../sending/acknowledge.ts';
import { changeText, react, type ChangeOutcome } from '../sending/change-message.ts';
import type { SendDesk } from '../sending/send-desk.ts';
import { blocked, getConversation } from './conversation.resolvers.ts';

const MAX_POSITIONS = 100;

export const messageResolvers: Resolvers = {
  Mutation: {
    sendMessage: async (_root, { input }, context) => {
      const { userId } = requireUser(context.viewer);
      const { text, replyToSequence } = input;
      const [conversationId, clientId] = [
        input.conversationId.toLowerCase(),
        input.clientId.toLowerCase(),
      ];
      if (text != null || input.mediaId == null) refuse(findTextFault('text', text ?? ''));
      const mediaId = input.mediaId?.toLowerCase() ?? null;
      if (mediaId !== null && !isId(mediaId)) throw unknownMedia();
      if (!isId(clientId)) throw new AppError('BAD_USER_INPUT', 'clientId must be a UUID');
      if (!isId(conversationId)) throw notFound();

      // Before it counts as one of the user's messages: whoever is asked to come again may do so.
      const refusalMs = context.sendRefusalMs();
      if (refusalMs > 0) return busy(refusalMs);
      const retryAfterMs = await context.takeSend(userId);
      if (retryAfterMs > 0) {
        const message = 'That were too many messages in a short time.';
        return { __typename: 'MessageRateLimited', message, retryAfterMs };
      }
      const outcome = await context.send({
        conversationId,
        senderId: userId,
        clientId,
        text: text ?? null,
        mediaId,
        replyToSequence: replyToSequence ?? null,
      });
      return toSendResult(outcome);
    },

    editMessage: async (_root, { input }, context) => {
      const { conversationId, sequence, text } = input;
      refuse(findTextFault('text', text));
      const conversation = await getConversation(context, conversationId);
      const key = { conversationId: conversation.id, sequence };
      return toEditResult(await changeText(context, conversation, key, text));
    },

    deleteMessage: async (_root, { conversationId, sequence }, context) => {
      const conversation = await getConversation(context, conversationId);
      const key = { conversationId: conversation.id, sequence };
      return toEditResult(await changeText(context, conversation, key, null));
    },

    setReaction: async (_root, { input }, context) => {
      const { conversationId, sequence, emoji } = input;
      if (emoji != null) refuse(findEmojiFault(emoji));
      const conversation = await getConversation(context, conversationId);
      const key = { conversationId: conversation.id, sequence };
      const outcome = await react(context, conversation, key, emoji ?? null);
      if (outcome.kind === 'CHANGED') return outcome.message;
      if (outcome.kind === 'BLOCKED') throw new AppError('FORBIDDEN', blocked().message);
      throw new AppError('NOT_FOUND', 'there is no such message, or it was deleted');
    },

    acknowledgeMessages: async (_root, { positions }, { viewer, acknowledge }) => {
      const { userId } = requireUser(viewer);
      if (positions.length < 1 || positions.length > MAX_POSITIONS) {
        const message = `positions must have 1 to ${MAX_POSITIONS} entries, not ${positions.length}`;
        throw new AppError('BAD_USER_INPUT', message);
      }
      return acknowledge(
        positions.flatMap(({ conversationId, sequence }) =>
          isId(conversationId)
            ? [{ userId, conversationId: conversationId.toLowerCase(), sequence }]
            : [],
        ),
      );
    },

    markConversationRead: async (_root, { position }, context) => {
      const { id, userId } = await getConversation(context, position.conversationId);
      await markRead(context, { userId, conversationId: id, sequence: position.sequence });
      return getConversation(context, id);
    },

    reportMessage: async (_root, { input }, context) => {
      const { conversationId, sequence, reason } = input;
      refuse(findTextFault('reason', reason, MAX_REASON));
      const { newId, now, store, viewer } = context;
      const { userId } = requireUser(viewer);
      const key = { conversationId: conversationId.toLowerCase(), sequence };
      // Also of a conversation that a block has closed: whoever was insulted and then blocked may tell of it.
      const isOwn =
        isId(conversationId) && (await findUserIds(store.db, key.conversationId)).includes(userId);
      if (!isOwn || (await context.messages.load(key)) === undefined) throw notFound();
      return insertReport(store.db, {
        ...key,
        id: newId(),
        reportedBy: userId,
        reason,
        createdAt: now(),
      });
    },
  },

  Message: {
    __resolveReference: async ({ conversationId, sequence }, context) => {
      await getConversation(context, conversationId);
      return (await context.messages.load({ conversationId, sequence })) ?? null;
    },
    conversation: ({ conversationId }, _args, context) => getConversation(context, conversationId),
    sender: ({ senderId }) => ({ id: senderId }),
    replyTo: async ({ conversationId, replyToSequence: sequence }, _args, { messages }) =>
      sequence === null ? null : ((await messages.load({ conversationId, sequence })) ?? null),
    reactions: ({ reactions }) =>
      Object.entries(reactions).map(([userId, emoji]) => ({ userId, emoji })),
    status: async ({ conversationId, sequence, senderId }, _args, { receipts }) => {
      const ofBoth = await receipts.load(conversationId);
      const other = ofBoth.find(({ userId }) => userId !== senderId);
      if (other === undefined || sequence > other.deliveredSequence) return 'SENT';
      return sequence > other.readSequence ? 'DELIVERED' : 'READ';
    },
  },

  Reaction: { user: ({ userId }) => ({ id: userId }) },
};

function toSendResult(outcome: Awaited<ReturnType<SendDesk['send']>>) {
  switch (outcome.kind) {
    case 'BUSY':
      return busy(outcome.retryAfterMs);
    case 'SENT':
    case 'SENT_BEFORE':
      return { __typename: 'Message' as const, ...outcome.message };
    case 'BLOCKED':
      return blocked();
    case 'CLIENT_ID_CONFLICT': {
      const message = 'This client id is of another message of yours.';
      return { __typename: 'ClientIdConflict' as const, message };
    }
    case 'UNKNOWN_REPLY':
      throw new AppError('BAD_USER_INPUT', 'replyToSequence names no message of the conversation');
    case 'UNKNOWN_MEDIA':
      throw unknownMedia();
    case 'NOT_FOUND':
      throw notFound();
  }
}

function toEditResult(
  outcome: ChangeOutcome,
):
  | (MessageModel & { __typename: 'Message' })
  | { __typename: 'MessageNotEditable'; message: string } {
  switch (outcome.kind) {
    case 'CHANGED':
      return { __typename: 'Message', ...outcome.message };
    case 'NOT_FOUND':
      throw new AppError('NOT_FOUND', 'there is no such message');
    case 'NOT_YOURS':
      return { __typename: 'MessageNotEditable', message: 'The other side wrote it.' };
    case 'BLOCKED':
      return { __typename: 'MessageNotEditable', message: blocked().message };
    case 'DELETED':
      return { __typename: 'MessageNotEditable', message: 'It was deleted.' };
    case 'TOO_LATE':
      return { __typename: 'MessageNotEditable', message: 'It was sent more than a day ago.' };
  }
}

const busy = (retryAfterMs: number) => ({
  __typename: 'ChatBusy' as const,
  message: 'More messages come than can be stored at once. Yours was not stored.',
  retryAfterMs,
});

const unknownMedia = () =>
  new AppError(
    'BAD_USER_INPUT',
    'mediaId names nothing of yours that finishUpload has accepted, or is in a message already',
  );

const notFound = () => new AppError('NOT_FOUND', 'you have no such conversation or message');

function refuse(fault: string | undefined): void {
  if (fault !== undefined) throw new AppError('BAD_USER_INPUT', fault);
}
