/** What the rows of the table name. */
export interface Names {
  /** Of the conversation that is looked at. */
  conversationId: string;
  /** Of the user who wrote in it. */
  userId: string;
  /** Of a picture that this user has uploaded and not sent yet. */
  mediaId: string;
  /** Of a report of a message in it. */
  reportId: string;
}

/**
 * What somebody gets: a code of an error; of a union the type; `empty` for lists and pages; `closed` for null; `content`
 * for what somebody has said; of a stream `silence`, or `content`; anything else as it is.
 */
export interface Access {
  args?: (names: Names) => string;
  /** One of the two of the conversation: what shows that the others could have got something. */
  member: string;
  /** Somebody who has nothing to do with it. */
  foreigner: string;
  /** The other side, whom the writer has blocked. */
  blocked: string;
}

const position = ({ conversationId }: Names) =>
  `{ conversationId: "${conversationId}", sequence: 1 }`;
const message = ({ conversationId }: Names) => `conversationId: "${conversationId}", sequence: 1`;

const all = (what: string) => ({ member: what, foreigner: what, blocked: what });
const others = (member: string, rest: string) => ({ member, foreigner: rest, blocked: rest });

/**
 * Every field that chat adds to the graph, and what it gives to whom; nobody gets anything but UNAUTHENTICATED without
 * signing in. They are asked for in this order: what takes something away comes last.
 */
export const ACCESS: Readonly<Record<string, Access>> = {
  'Query.conversations': others('content', 'empty'),
  'Query.conversation': {
    args: ({ conversationId }) => `id: "${conversationId}"`,
    ...others('content', 'closed'),
  },
  'Query.unreadMessageCount': others('1', '0'),
  'Query.contacts': all('empty'),
  'Query.blockedUsers': all('empty'),
  'Query.searchMessages': {
    args: () => `filter: { words: "secret" }`,
    ...others('content', 'empty'),
  },
  'Query.chatActivity': all('FORBIDDEN'),
  'Query.messageReports': all('FORBIDDEN'),

  'Entity.Conversation': {
    args: ({ conversationId }) => `__typename: "Conversation", id: "${conversationId}"`,
    ...others('content', 'closed'),
  },
  'Entity.Message': {
    args: (names) => `__typename: "Message", ${message(names)}`,
    ...others('content', 'NOT_FOUND'),
  },
  'Entity.User': {
    args: ({ userId }) => `__typename: "User", id: "${userId}"`,
    ...others('presence', 'no presence'),
  },

  'Subscription.messageReceived': {
    args: (names) => `after: [${position(names).replace('sequence: 1', 'sequence: 0')}]`,
    ...others('content', 'silence'),
  },
  'Subscription.messageChanged': others('content', 'silence'),
  'Subscription.messageStatusChanged': others('content', 'silence'),
  'Subscription.typingChanged': others('content', 'silence'),
  'Subscription.presenceChanged': others('content', 'silence'),
  'Subscription.chatActivityChanged': all('FORBIDDEN'),

  'Mutation.startConversation': {
    args: ({ userId }) => `userId: "${userId}"`,
    member: 'content',
    // One of their own, in which nothing was said.
    foreigner: 'Conversation',
    blocked: 'ConversationBlocked',
  },
  'Mutation.sendMessage': {
    args: ({ conversationId }) =>
      `input: { conversationId: "${conversationId}", clientId: "0190f1e0-0000-7000-8000-000000000001", text: "secret from outside" }`,
    member: 'content',
    foreigner: 'NOT_FOUND',
    blocked: 'ConversationBlocked',
  },
  'Mutation.acknowledgeMessages': {
    args: (names) => `positions: [${position(names)}]`,
    ...others('1', '0'),
  },
  'Mutation.markConversationRead': {
    args: (names) => `position: ${position(names)}`,
    ...others('content', 'NOT_FOUND'),
  },
  'Mutation.startTyping': {
    args: ({ conversationId }) => `conversationId: "${conversationId}"`,
    ...others('true', 'false'),
  },
  'Mutation.stopTyping': {
    args: ({ conversationId }) => `conversationId: "${conversationId}"`,
    ...others('true', 'false'),
  },
  'Mutation.setReaction': {
    args: (names) => `input: { ${message(names)}, emoji: "👍" }`,
    ...others('content', 'NOT_FOUND'),
  },
  'Mutation.reportMessage': {
    args: (names) => `input: { ${message(names)}, reason: "it is unkind" }`,
    member: 'true',
    foreigner: 'NOT_FOUND',
    // Whoever was insulted and then blocked may tell of it: that reads nothing.
    blocked: 'true',
  },
  'Mutation.editMessage': {
    args: (names) => `input: { ${message(names)}, text: "secret by another" }`,
    // The other side wrote it.
    ...others('MessageNotEditable', 'NOT_FOUND'),
  },
  'Mutation.deleteMessage': {
    args: message,
    ...others('MessageNotEditable', 'NOT_FOUND'),
  },
  'Mutation.requestUpload': {
    args: () => `input: { contentType: "image/png", sizeBytes: 100 }`,
    ...all('MediaUpload'),
  },
  // Nobody finishes what another one uploads.
  'Mutation.finishUpload': {
    args: ({ mediaId }) => `mediaId: "${mediaId}"`,
    ...all('UploadRefused'),
  },
  'Mutation.resolveMessageReport': {
    args: ({ reportId }) => `id: "${reportId}", resolution: DELETED`,
    ...all('FORBIDDEN'),
  },
  'Mutation.addContact': {
    args: ({ userId }) => `userId: "${userId}"`,
    member: 'presence',
    // Of the conversation of their own that they have started above.
    foreigner: 'presence',
    blocked: 'no presence',
  },
  'Mutation.removeContact': { args: ({ userId }) => `userId: "${userId}"`, ...all('true') },
  // A block of one's own; the other side's stays what it is.
  'Mutation.unblockUser': { args: ({ userId }) => `userId: "${userId}"`, ...all('false') },
  'Mutation.blockUser': { args: ({ userId }) => `userId: "${userId}"`, ...all('no presence') },
};
