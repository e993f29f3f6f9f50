import type { Conversation, Message } from '../talk-types.ts';

export function message(sequence: number, change: Partial<Message> = {}): Message {
  return {
    __typename: 'Message',
    conversationId: 'c1',
    sequence,
    clientId: `client-${sequence}`,
    type: 'TEXT',
    text: `Message ${sequence}`,
    media: null,
    replyTo: null,
    reactions: [],
    sender: { __typename: 'User', id: 'ben', name: 'Ben' },
    createdAt: new Date(Date.UTC(2026, 2, 1, 12, 0, sequence)).toISOString(),
    editedAt: null,
    deletedAt: null,
    ...change,
  };
}

export function conversation(id: string, change: Partial<Conversation> = {}): Conversation {
  const receipt = { __typename: 'Receipt' as const, deliveredSequence: 0, readSequence: 0 };
  return {
    __typename: 'Conversation',
    id,
    other: { __typename: 'User', id: 'ben', name: 'Ben', avatarUrl: null, presence: null },
    lastMessage: null,
    lastSequence: 0,
    unreadCount: 0,
    ownReceipt: receipt,
    otherReceipt: receipt,
    isBlocked: false,
    lastActivityAt: '2026-03-01T12:00:00.000Z',
    ...change,
  };
}
