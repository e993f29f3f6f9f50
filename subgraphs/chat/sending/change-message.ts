import { appendToOutbox } from '#platform/messaging/outbox.ts';
import { MESSAGE_EVENTS, type MessageEvent } from '#schema/events/message-events.ts';
import {
  findUserIds,
  lockConversations,
  type Conversation,
} from '../data/conversation.repository.ts';
import { markMedia } from '../data/media.repository.ts';
import { lockMessage, updateMessage, type MessageKey } from '../data/message.repository.ts';
import type { Tx } from '../data/tables.ts';
import { findEditFault, type Message } from '../domain/message.ts';
import { publishChanged } from '../live/channels.ts';
import type { AcknowledgeParts } from './acknowledge.ts';

export type ChangeOutcome =
  | { kind: 'CHANGED'; message: Message }
  | { kind: 'NOT_FOUND' | 'NOT_YOURS' | 'DELETED' | 'TOO_LATE' | 'BLOCKED' };

/** Changes the text of a message of one's own; null takes the message back. */
export function changeText(
  parts: AcknowledgeParts,
  conversation: Conversation,
  key: MessageKey,
  text: string | null,
): Promise<ChangeOutcome> {
  return change(parts, conversation, key, async (tx, message, isBlocked) => {
    const at = parts.now();
    const fault = findEditFault(message, conversation.userId, at);
    // To take back what is taken back already, or is old, is no fault.
    if (fault === 'NOT_YOURS' || (fault !== undefined && text !== null)) return { kind: fault };
    if (fault === 'DELETED') return { kind: 'CHANGED', message };
    // What takes a message back tells the other side nothing; other words would.
    if (isBlocked && text !== null) return { kind: 'BLOCKED' };

    const { conversationId, sequence, senderId } = message;
    const what = { conversationId, sequence, senderId, recipientId: conversation.otherUserId };
    if (text === null) {
      const deleted = await remove(parts, tx, message, conversation.otherUserId);
      return { kind: 'CHANGED', message: deleted };
    }
    await announce(tx, { type: 'message.edited', data: { ...what, text } }, parts);
    return { kind: 'CHANGED', message: { ...message, text, editedAt: at } };
  });
}

/** Puts somebody's reaction on a message of either side, or takes it off. */
export function react(
  parts: AcknowledgeParts,
  conversation: Conversation,
  key: MessageKey,
  emoji: string | null,
): Promise<ChangeOutcome> {
  const { userId } = conversation;
  return change(parts, conversation, key, (_tx, message, isBlocked) => {
    if (message.deletedAt !== null) return { kind: 'DELETED' };
    if (isBlocked) return { kind: 'BLOCKED' };
    const { [userId]: _own, ...others } = message.reactions;
    const reactions = emoji === null ? others : { ...others, [userId]: emoji };
    return { kind: 'CHANGED', message: { ...message, reactions } };
  });
}

/**
 * Takes a message back whoever wrote it, in the caller's transaction, if `isDecided` says so once the message is held.
 * Returns it with those to be told, when it changed.
 */
export async function takeBack(
  parts: AcknowledgeParts,
  tx: Tx,
  key: MessageKey,
  isDecided: () => Promise<boolean>,
): Promise<{ message: Message; userIds: readonly string[] } | undefined> {
  const message = await lockMessage(tx, key);
  if (message === undefined || !(await isDecided()) || message.deletedAt !== null) return undefined;
  const userIds = await findUserIds(tx, message.conversationId);
  const recipientId = userIds.find((id) => id !== message.senderId) ?? '';
  const deleted = await remove(parts, tx, message, recipientId);
  await updateMessage(tx, deleted);
  return { message: deleted, userIds };
}

/** What is left of a message that is taken back: its place. */
async function remove(
  parts: AcknowledgeParts,
  tx: Tx,
  message: Message,
  recipientId: string,
): Promise<Message> {
  const { conversationId, sequence, senderId, media } = message;
  if (media !== null) await markMedia(tx, [media.id], 'DISCARDED');
  const data = { conversationId, sequence, senderId, recipientId };
  await announce(tx, { type: 'message.deleted', data }, parts);
  return { ...message, text: null, media: null, reactions: {}, deletedAt: parts.now() };
}

async function change(
  { store, live }: AcknowledgeParts,
  { userId, otherUserId }: Conversation,
  key: MessageKey,
  decide: (tx: Tx, message: Message, isBlocked: boolean) => Promise<ChangeOutcome> | ChangeOutcome,
): Promise<ChangeOutcome> {
  const outcome = await store.transact(async (tx): Promise<ChangeOutcome> => {
    // Held, so that each change lies before or after a block.
    const held = await lockConversations(tx, [key.conversationId]);
    const message = await lockMessage(tx, key);
    if (message === undefined) return { kind: 'NOT_FOUND' };
    const isBlocked = held.get(key.conversationId)?.isBlocked === true;
    const decided = await decide(tx, message, isBlocked);
    if (decided.kind === 'CHANGED') await updateMessage(tx, decided.message);
    return decided;
  });
  if (outcome.kind === 'CHANGED')
    await publishChanged(live, outcome.message, [userId, otherUserId]);
  return outcome;
}

async function announce(
  tx: Tx,
  event: MessageEvent,
  { now, newId }: Pick<AcknowledgeParts, 'now' | 'newId'>,
): Promise<void> {
  const { type, data } = event;
  const time = now().toISOString();
  await appendToOutbox(tx, [
    {
      topic: MESSAGE_EVENTS,
      envelope: { id: newId(), type, key: data.conversationId, time, data },
    },
  ]);
}
