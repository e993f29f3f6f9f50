import type { MediaFile } from './media.ts';

/** A message that wants a place in its conversation. */
export interface NewMessage {
  conversationId: string;
  senderId: string;
  clientId: string;
  text: string | null;
  mediaId: string | null;
  replyToSequence: number | null;
}

/** A conversation, held while places in it are given. */
export interface HeldConversation {
  id: string;
  userIds: readonly [string, string];
  lastSequence: number;
  isBlocked: boolean;
}

/** A message that a sender has sent before under the same client id. */
export interface SentBefore {
  sequence: number;
  /** It was edited or deleted since, and cannot be compared any more. */
  isChanged: boolean;
  text: string | null;
  mediaId: string | null;
  replyToSequence: number | null;
}

export type Placement =
  | { kind: 'PLACED'; sequence: number; media: MediaFile | null }
  | { kind: 'SENT_BEFORE'; sequence: number }
  | { kind: 'NOT_FOUND' }
  | { kind: 'BLOCKED' }
  | { kind: 'CLIENT_ID_CONFLICT' }
  | { kind: 'UNKNOWN_REPLY' }
  | { kind: 'UNKNOWN_MEDIA' };

/**
 * Gives messages their places, in the order given: each is the next of its conversation. One that was
 * sent before, also in the same list, keeps the place that it has. `media` are the files that can be sent; each goes
 * into one message.
 */
export function numberMessages(
  messages: readonly NewMessage[],
  conversations: ReadonlyMap<string, HeldConversation>,
  sentBefore: ReadonlyMap<string, SentBefore>,
  media: ReadonlyMap<string, { ownerId: string; file: MediaFile }>,
): Placement[] {
  const last = new Map<string, number>();
  const sent = new Map(sentBefore);
  const unused = new Map(media);
  return messages.map((message): Placement => {
    const conversation = conversations.get(message.conversationId);
    if (conversation?.userIds.includes(message.senderId) !== true) return { kind: 'NOT_FOUND' };

    const key = sendKey(message);
    const before = sent.get(key);
    if (before !== undefined) {
      return isSame(before, message)
        ? { kind: 'SENT_BEFORE', sequence: before.sequence }
        : { kind: 'CLIENT_ID_CONFLICT' };
    }
    if (conversation.isBlocked) return { kind: 'BLOCKED' };
    const previous = last.get(conversation.id) ?? conversation.lastSequence;
    const { text, mediaId, replyToSequence } = message;
    if (replyToSequence !== null && (replyToSequence < 1 || replyToSequence > previous)) {
      return { kind: 'UNKNOWN_REPLY' };
    }
    const asset = mediaId === null ? undefined : unused.get(mediaId);
    if (mediaId !== null && asset?.ownerId !== message.senderId) return { kind: 'UNKNOWN_MEDIA' };
    if (mediaId !== null) unused.delete(mediaId);
    const sequence = previous + 1;
    last.set(conversation.id, sequence);
    sent.set(key, { sequence, isChanged: false, text, mediaId, replyToSequence });
    return { kind: 'PLACED', sequence, media: asset?.file ?? null };
  });
}

/** What a sender calls a message. */
export const sendKey = (message: {
  conversationId: string;
  senderId: string;
  clientId: string;
}): string => `${message.conversationId}/${message.senderId}/${message.clientId}`;

/** What was edited since cannot be compared any more, and is still the message that was sent. */
const isSame = (before: SentBefore, message: NewMessage): boolean =>
  before.replyToSequence === message.replyToSequence &&
  (before.isChanged || (before.text === message.text && before.mediaId === message.mediaId));
