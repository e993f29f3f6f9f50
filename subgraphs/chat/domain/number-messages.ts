/** A message that wants a place in its conversation. */
export interface NewMessage {
  conversationId: string;
  senderId: string;
  clientId: string;
  text: string;
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
  /** As it was sent; null when it was edited or deleted since. */
  text: string | null;
  replyToSequence: number | null;
}

export type Placement =
  | { kind: 'PLACED'; sequence: number }
  | { kind: 'SENT_BEFORE'; sequence: number }
  | { kind: 'NOT_FOUND' }
  | { kind: 'BLOCKED' }
  | { kind: 'CLIENT_ID_CONFLICT' }
  | { kind: 'UNKNOWN_REPLY' };

/**
 * Gives messages their places, in the order given: each is the next of its conversation. One that was
 * sent before, also in the same list, keeps the place that it has.
 */
export function numberMessages(
  messages: readonly NewMessage[],
  conversations: ReadonlyMap<string, HeldConversation>,
  sentBefore: ReadonlyMap<string, SentBefore>,
): Placement[] {
  const last = new Map<string, number>();
  const sent = new Map(sentBefore);
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
    const { text, replyToSequence } = message;
    if (replyToSequence !== null && (replyToSequence < 1 || replyToSequence > previous)) {
      return { kind: 'UNKNOWN_REPLY' };
    }
    const sequence = previous + 1;
    last.set(conversation.id, sequence);
    sent.set(key, { sequence, text, replyToSequence });
    return { kind: 'PLACED', sequence };
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
  (before.text === null || before.text === message.text);
