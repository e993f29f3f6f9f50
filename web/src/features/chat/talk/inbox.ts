import type { Conversation, Message, Position, Watermarks } from './talk-types.ts';

/** The conversations of one person, by id. */
export type Inbox = ReadonlyMap<string, Conversation>;

export function putConversations(inbox: Inbox, conversations: readonly Conversation[]): Inbox {
  const next = new Map(inbox);
  for (const conversation of conversations) next.set(conversation.id, conversation);
  return next;
}

/** A message that has come, or one's own that was stored: counted once, however often it is told. */
export function receiveMessage(inbox: Inbox, message: Message, viewerId: string): Inbox {
  const before = inbox.get(message.conversationId);
  if (!before || message.sequence <= before.lastSequence) return inbox;
  const isUnread =
    message.sender.id !== viewerId && message.sequence > before.ownReceipt.readSequence;
  return putConversations(inbox, [
    {
      ...before,
      lastMessage: message,
      lastSequence: message.sequence,
      lastActivityAt: message.createdAt,
      unreadCount: before.unreadCount + (isUnread ? 1 : 0),
    },
  ]);
}

/** The newest message of a conversation may be the one that was edited or deleted. */
export function changeMessage(inbox: Inbox, message: Message): Inbox {
  const before = inbox.get(message.conversationId);
  if (before?.lastMessage?.sequence !== message.sequence) return inbox;
  return putConversations(inbox, [{ ...before, lastMessage: message }]);
}

/** Watermarks only rise: an answer that was overtaken changes nothing. */
export function raise(before: Watermarks, after: Watermarks): Watermarks {
  return {
    deliveredSequence: Math.max(before.deliveredSequence, after.deliveredSequence),
    readSequence: Math.max(before.readSequence, after.readSequence),
  };
}

export function receiveReceipt(inbox: Inbox, conversationId: string, receipt: Watermarks): Inbox {
  const before = inbox.get(conversationId);
  if (!before) return inbox;
  const otherReceipt = { ...before.otherReceipt, ...raise(before.otherReceipt, receipt) };
  return putConversations(inbox, [{ ...before, otherReceipt }]);
}

/** What the server counts as unread after it was told of reading. */
export function receiveOwnReading(
  inbox: Inbox,
  conversationId: string,
  receipt: Watermarks,
  unreadCount: number,
): Inbox {
  const before = inbox.get(conversationId);
  if (!before || receipt.readSequence < before.ownReceipt.readSequence) return inbox;
  const ownReceipt = { ...before.ownReceipt, ...raise(before.ownReceipt, receipt) };
  return putConversations(inbox, [{ ...before, ownReceipt, unreadCount }]);
}

/** The most recently active first. */
export function sortInbox(inbox: Inbox): Conversation[] {
  return [...inbox.values()].toSorted(
    (a, b) => b.lastActivityAt.localeCompare(a.lastActivityAt) || b.id.localeCompare(a.id),
  );
}

/** Of which conversations the other side should be told that what they sent has got here. */
export function undelivered(inbox: Inbox): Position[] {
  return [...inbox.values()]
    .filter(({ lastSequence, ownReceipt }) => lastSequence > ownReceipt.deliveredSequence)
    .map(({ id, lastSequence }) => ({ conversationId: id, sequence: lastSequence }));
}

/** Whether the other side of a conversation is there. */
export function receivePresence(
  inbox: Inbox,
  userId: string,
  presence: { isOnline: boolean; lastSeenAt: string | null },
): Inbox {
  // One for each pair: there is at most one.
  const before = [...inbox.values()].find(({ other }) => other.id === userId);
  if (!before) return inbox;
  const other = { ...before.other, presence: { __typename: 'Presence' as const, ...presence } };
  return putConversations(inbox, [{ ...before, other }]);
}
