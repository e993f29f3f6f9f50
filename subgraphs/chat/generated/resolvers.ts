import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { UserReference, ConversationModel, ConversationConnectionModel, MessageModel, MessagePageModel, ReactionModel, ReceiptModel, MessageMediaModel, MessageReportModel, MessageReportConnectionModel, MessageMatchModel, MessageMatchConnectionModel, PresenceModel, TypingChangeModel, ChatActivityModel } from '../models.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant as ISO 8601 in UTC, such as 2026-03-01T12:00:00.000Z. */
  DateTime: { input: Date; output: Date; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** What goes on in conversations. */
export type ChatActivity = {
  readonly __typename?: 'ChatActivity';
  /** People who sent something in the last 5 minutes. */
  readonly activeUsers: Scalars['Int']['output'];
  /** Milliseconds from sent to delivered, of what was delivered in the last 5 minutes to people who were there; null when nothing was. */
  readonly averageDeliveryMs?: Maybe<Scalars['Float']['output']>;
  /** Messages sent a second, over the last 10. */
  readonly messagesPerSecond: Scalars['Float']['output'];
  /** Each of the last minutes, the oldest first. */
  readonly minutes: ReadonlyArray<ChatMinute>;
  /** People who are there now. */
  readonly onlineUsers: Scalars['Int']['output'];
  /** Streams of messages that clients have open; a device of a person has one. */
  readonly openStreams: Scalars['Int']['output'];
  /** WebSocket connections of all gateways, and how well they are. */
  readonly sockets: SocketActivity;
};

/** More messages come than can be stored at once: this one was not stored, and is to be sent again under the same client id. */
export type ChatBusy = {
  readonly __typename?: 'ChatBusy';
  /** What happened, for people. */
  readonly message: Scalars['String']['output'];
  /** When to try again, in milliseconds from now. */
  readonly retryAfterMs: Scalars['Int']['output'];
};

/** A minute of conversations. */
export type ChatMinute = {
  readonly __typename?: 'ChatMinute';
  /** Milliseconds from sent to delivered; null when nothing was. */
  readonly averageDeliveryMs?: Maybe<Scalars['Float']['output']>;
  /** Messages that were delivered. */
  readonly deliveries: Scalars['Int']['output'];
  /** Messages that were sent. */
  readonly messages: Scalars['Int']['output'];
  /** When it began. */
  readonly startedAt: Scalars['DateTime']['output'];
};

/** The client id is of another message of the same sender. */
export type ClientIdConflict = {
  readonly __typename?: 'ClientIdConflict';
  /** What happened, for people. */
  readonly message: Scalars['String']['output'];
};

/** Two people and what they wrote each other. */
export type Conversation = {
  readonly __typename?: 'Conversation';
  /** When it was started. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Identifies the conversation. */
  readonly id: Scalars['ID']['output'];
  /** Whether the signed-in user has blocked the other side: then nothing can be sent. Where it is the other way round, there is no conversation to be found. */
  readonly isBlocked: Scalars['Boolean']['output'];
  /** When the newest message was sent; when it was started, before the first. */
  readonly lastActivityAt: Scalars['DateTime']['output'];
  /** The newest message; null before the first. */
  readonly lastMessage?: Maybe<Message>;
  /** The sequence of the newest message, 0 before the first. Sequences have no gaps. */
  readonly lastSequence: Scalars['Int']['output'];
  /** Messages before a sequence, newest first. */
  readonly messages: MessagePage;
  /** The other side. */
  readonly other: User;
  /** How far the other side has got and read it. */
  readonly otherReceipt: Receipt;
  /** How far the signed-in user has got and read it. */
  readonly ownReceipt: Receipt;
  /** Messages of the other side that the signed-in user has not read. Exact. */
  readonly unreadCount: Scalars['Int']['output'];
};


/** Two people and what they wrote each other. */
export type ConversationMessagesArgs = {
  afterSequence?: InputMaybe<Scalars['Int']['input']>;
  beforeSequence?: InputMaybe<Scalars['Int']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One of the two has blocked the other. */
export type ConversationBlocked = {
  readonly __typename?: 'ConversationBlocked';
  /** What happened, for people. */
  readonly message: Scalars['String']['output'];
};

/** A list of conversations. */
export type ConversationConnection = {
  readonly __typename?: 'ConversationConnection';
  /** The conversations of this page. */
  readonly edges: ReadonlyArray<ConversationEdge>;
  /** Where the page lies. */
  readonly pageInfo: PageInfo;
};

/** A conversation in a list. */
export type ConversationEdge = {
  readonly __typename?: 'ConversationEdge';
  /** Its position. */
  readonly cursor: Scalars['String']['output'];
  /** The conversation. */
  readonly node: Conversation;
};

/** A message of a conversation. */
export type ConversationPosition = {
  /** In which conversation. */
  readonly conversationId: Scalars['ID']['input'];
  /** Its sequence; 0 is before the first. */
  readonly sequence: Scalars['Int']['input'];
};

/** A new text for a message. */
export type EditMessageInput = {
  /** In which conversation. */
  readonly conversationId: Scalars['ID']['input'];
  /** Which message. */
  readonly sequence: Scalars['Int']['input'];
  /** The new text, 1 to 4,000 characters. */
  readonly text: Scalars['String']['input'];
};

/** What became of it. */
export type EditMessageResult = Message | MessageNotEditable;

/** What became of it. */
export type FinishUploadResult = ReadyMedia | UploadRefused;

/** Where to upload to. */
export type MediaUpload = {
  readonly __typename?: 'MediaUpload';
  /** When the url ends. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Headers that the request must have. */
  readonly headers: ReadonlyArray<UploadHeader>;
  /** What to call it from now on. */
  readonly mediaId: Scalars['ID']['output'];
  /** Where the bytes go, by PUT. A path is one of this gateway. */
  readonly url: Scalars['String']['output'];
};

/** What somebody wrote. */
export type Message = {
  readonly __typename?: 'Message';
  /** What the sender's client called it: an optimistic message is recognised by it. */
  readonly clientId: Scalars['ID']['output'];
  /** The conversation. */
  readonly conversation: Conversation;
  /** The conversation's id. */
  readonly conversationId: Scalars['ID']['output'];
  /** When it was stored. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it was taken back; null unless it was. */
  readonly deletedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When its text was last changed; null when never. */
  readonly editedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The picture or film; null when there is none, or it was deleted. */
  readonly media?: Maybe<MessageMedia>;
  /** Reactions of both sides. */
  readonly reactions: ReadonlyArray<Reaction>;
  /** The message that it answers; null when it answers none. */
  readonly replyTo?: Maybe<Message>;
  /** Who wrote it. */
  readonly sender: User;
  /** Its place in the conversation, from 1, without a gap. */
  readonly sequence: Scalars['Int']['output'];
  /** How far it has come on its way to the other side. */
  readonly status: MessageStatus;
  /** What was written; null when it was deleted, or is a picture without words. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** What it holds. */
  readonly type: MessageType;
};

/** What to look for in messages. At least words, or one of the others. */
export type MessageFilter = {
  /** Only what was sent before. */
  readonly before?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only in this conversation. */
  readonly conversationId?: InputMaybe<Scalars['ID']['input']>;
  /** Only what was sent at or after. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only what this user has sent. */
  readonly senderId?: InputMaybe<Scalars['ID']['input']>;
  /** Only of this type. */
  readonly type?: InputMaybe<MessageType>;
  /** Up to 8 words that a message has, all of them, of any case; the last may be the beginning of a word. */
  readonly words?: InputMaybe<Scalars['String']['input']>;
};

/** A message that was found. */
export type MessageMatch = {
  readonly __typename?: 'MessageMatch';
  /** Where its text has the words: ranges of UTF-16 units, in order. No marks are put into the text. */
  readonly highlights: ReadonlyArray<TextRange>;
  /** The message. */
  readonly message: Message;
  /** How well it fits; higher is better, 0 when no words were asked for. */
  readonly rank: Scalars['Float']['output'];
};

/** Messages that were found. */
export type MessageMatchConnection = {
  readonly __typename?: 'MessageMatchConnection';
  /** The matches of this page. */
  readonly edges: ReadonlyArray<MessageMatchEdge>;
  /** Where the page lies. */
  readonly pageInfo: PageInfo;
};

/** A match in a list. */
export type MessageMatchEdge = {
  readonly __typename?: 'MessageMatchEdge';
  /** Its position. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: MessageMatch;
};

/** A picture or a film. Its addresses hold 128 random bits and are given to the two of the conversation alone; whoever has one can read it, so that any cache may keep it. */
export type MessageMedia = {
  readonly __typename?: 'MessageMedia';
  /** Its media type, such as image/jpeg, by its content. */
  readonly contentType: Scalars['String']['output'];
  /** In pixels; null for films. */
  readonly height?: Maybe<Scalars['Int']['output']>;
  /** A tiny picture as a data URL, to be shown until the real one is there; null for films. */
  readonly placeholder?: Maybe<Scalars['String']['output']>;
  /** Its size in bytes. */
  readonly sizeBytes: Scalars['Int']['output'];
  /** A smaller picture, 480 pixels at most; null for films. */
  readonly thumbnailUrl?: Maybe<Scalars['String']['output']>;
  /** Where it is. */
  readonly url: Scalars['String']['output'];
  /** In pixels; null for films. */
  readonly width?: Maybe<Scalars['Int']['output']>;
};

/** The message cannot be changed. */
export type MessageNotEditable = {
  readonly __typename?: 'MessageNotEditable';
  /** Why, for people. */
  readonly message: Scalars['String']['output'];
};

/** Messages, newest first. */
export type MessagePage = {
  readonly __typename?: 'MessagePage';
  /** Whether there are older ones. */
  readonly hasMore: Scalars['Boolean']['output'];
  /** The messages. */
  readonly messages: ReadonlyArray<Message>;
  /** `beforeSequence` of the next page; null when there is none. */
  readonly nextCursor?: Maybe<Scalars['Int']['output']>;
};

/** Too many messages in a short time. */
export type MessageRateLimited = {
  readonly __typename?: 'MessageRateLimited';
  /** What happened, for people. */
  readonly message: Scalars['String']['output'];
  /** When to try again, in milliseconds from now. */
  readonly retryAfterMs: Scalars['Int']['output'];
};

/** A message that somebody wants administrators to look at. */
export type MessageReport = {
  readonly __typename?: 'MessageReport';
  /** In which conversation. */
  readonly conversationId: Scalars['ID']['output'];
  /** When it was reported. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Identifies the report. */
  readonly id: Scalars['ID']['output'];
  /** The picture or film of the message; null when there is none. */
  readonly media?: Maybe<MessageMedia>;
  /** Why. */
  readonly reason: Scalars['String']['output'];
  /** Who reported it. */
  readonly reportedBy: User;
  /** What was decided; null while it is open. */
  readonly resolution?: Maybe<ReportResolution>;
  /** When it was decided; null while it is open. */
  readonly resolvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who wrote it. */
  readonly sender: User;
  /** Which message. */
  readonly sequence: Scalars['Int']['output'];
  /** What the message says now; null when it was deleted, or has no words. */
  readonly text?: Maybe<Scalars['String']['output']>;
};

/** Reports, in a list. */
export type MessageReportConnection = {
  readonly __typename?: 'MessageReportConnection';
  /** The reports of this page. */
  readonly edges: ReadonlyArray<MessageReportEdge>;
  /** Where the page lies. */
  readonly pageInfo: PageInfo;
};

/** A report in a list. */
export type MessageReportEdge = {
  readonly __typename?: 'MessageReportEdge';
  /** Its position. */
  readonly cursor: Scalars['String']['output'];
  /** The report. */
  readonly node: MessageReport;
};

/** How far a message has come. */
export type MessageStatus =
  /** A client of the other side has it. */
  | 'DELIVERED'
  /** The other side has read it. */
  | 'READ'
  /** Stored for good. */
  | 'SENT';

/** What a message holds. */
export type MessageType =
  /** A picture. */
  | 'IMAGE'
  /** Words. */
  | 'TEXT'
  /** A film. */
  | 'VIDEO';

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Says up to where the signed-in user's client has got the messages of conversations: DELIVERED. What is behind an earlier acknowledgement changes nothing. Returns how many conversations changed. */
  readonly acknowledgeMessages: Scalars['Int']['output'];
  /** Puts a user into the address book. Up to 1,000. */
  readonly addContact: User;
  /** From now on neither can send the other a message, and the one who is blocked no longer finds the conversation, nor anything that was said in it. */
  readonly blockUser: User;
  /** Takes a message of one's own back, for both. Its place stays, its content goes. */
  readonly deleteMessage: EditMessageResult;
  /** Changes the text of a message of one's own, up to a day after it was sent. */
  readonly editMessage: EditMessageResult;
  /** Looks at what was uploaded: its type and size by its content, a thumbnail for pictures. Then it can be sent, once. Calling it again gives the same. */
  readonly finishUpload: FinishUploadResult;
  /** Says up to where the signed-in user has read a conversation: READ. */
  readonly markConversationRead: Conversation;
  /** Takes a user out of the address book. False when not in it. */
  readonly removeContact: Scalars['Boolean']['output'];
  /** Tells administrators of a message that one has got. */
  readonly reportMessage: Scalars['Boolean']['output'];
  /** Asks for a place to upload a picture or a film to: `PUT` its bytes to the url with the headers, then call finishUpload. What is in no message a day later is deleted. */
  readonly requestUpload: RequestUploadResult;
  /** Decides a report, all of the same message with it. */
  readonly resolveMessageReport: MessageReport;
  /** Sends a message. The answer comes when it is stored for good: that is what SENT means. The same client id again gives the same message. */
  readonly sendMessage: SendMessageResult;
  /** Puts the signed-in user's reaction on a message, in place of an earlier one; null takes it off. */
  readonly setReaction: Message;
  /** The conversation with another user: the one there is, or a new one, however many ask at once. */
  readonly startConversation: StartConversationResult;
  /** Tells the other side that one is writing, for 3 seconds: call it again each second or two while it lasts. One event a second of a user passes, starts and stops together; false when this one does not. Nothing is stored. */
  readonly startTyping: Scalars['Boolean']['output'];
  /** Tells the other side that one has stopped writing. Without it, the indicator ends by itself after 3 seconds. */
  readonly stopTyping: Scalars['Boolean']['output'];
  /** Ends a block. False when there was none. */
  readonly unblockUser: Scalars['Boolean']['output'];
};


export type MutationAcknowledgeMessagesArgs = {
  positions: ReadonlyArray<ConversationPosition>;
};


export type MutationAddContactArgs = {
  userId: Scalars['ID']['input'];
};


export type MutationBlockUserArgs = {
  userId: Scalars['ID']['input'];
};


export type MutationDeleteMessageArgs = {
  conversationId: Scalars['ID']['input'];
  sequence: Scalars['Int']['input'];
};


export type MutationEditMessageArgs = {
  input: EditMessageInput;
};


export type MutationFinishUploadArgs = {
  mediaId: Scalars['ID']['input'];
};


export type MutationMarkConversationReadArgs = {
  position: ConversationPosition;
};


export type MutationRemoveContactArgs = {
  userId: Scalars['ID']['input'];
};


export type MutationReportMessageArgs = {
  input: ReportMessageInput;
};


export type MutationRequestUploadArgs = {
  input: RequestUploadInput;
};


export type MutationResolveMessageReportArgs = {
  id: Scalars['ID']['input'];
  resolution: ReportResolution;
};


export type MutationSendMessageArgs = {
  input: SendMessageInput;
};


export type MutationSetReactionArgs = {
  input: SetReactionInput;
};


export type MutationStartConversationArgs = {
  userId: Scalars['ID']['input'];
};


export type MutationStartTypingArgs = {
  conversationId: Scalars['ID']['input'];
};


export type MutationStopTypingArgs = {
  conversationId: Scalars['ID']['input'];
};


export type MutationUnblockUserArgs = {
  userId: Scalars['ID']['input'];
};

/** Where a page lies in its list. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Cursor of the last entry; null when the page is empty. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether there is more behind this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is more before this page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first entry; null when the page is empty. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** Whether somebody is there: while a client of theirs receives messages, and up to 10 seconds after the last one has gone, however it went. */
export type Presence = {
  readonly __typename?: 'Presence';
  /** Whether the person is there now. */
  readonly isOnline: Scalars['Boolean']['output'];
  /** When the person was last there; null for now, and for never. */
  readonly lastSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who. */
  readonly user: User;
};

export type Query = {
  readonly __typename?: 'Query';
  /** People whom the signed-in user has blocked, newest first. */
  readonly blockedUsers: ReadonlyArray<User>;
  /** What goes on in all conversations: counted, never read. */
  readonly chatActivity: ChatActivity;
  /** People in the signed-in user's address book, newest first. */
  readonly contacts: ReadonlyArray<User>;
  /** One of the signed-in user's conversations. Null when there is none that the user takes part in, or the other side has blocked the user. */
  readonly conversation?: Maybe<Conversation>;
  /** The signed-in user's conversations, the most recently active first. */
  readonly conversations: ConversationConnection;
  /** Messages that people have reported, the oldest open ones first. */
  readonly messageReports: MessageReportConnection;
  /** Messages of the signed-in user's conversations that hold what is looked for, the best first. Looks at the newest 500 that fit, so that it ends. */
  readonly searchMessages: MessageMatchConnection;
  /** Messages of all of the signed-in user's conversations that others sent and the user has not read. */
  readonly unreadMessageCount: Scalars['Int']['output'];
};


export type QueryChatActivityArgs = {
  minutes?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryConversationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryConversationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryMessageReportsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  isResolved?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QuerySearchMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter: MessageFilter;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What somebody thinks of a message. */
export type Reaction = {
  readonly __typename?: 'Reaction';
  /** One emoji. */
  readonly emoji: Scalars['String']['output'];
  /** Who. */
  readonly user: User;
};

/** A picture or film that can be sent. */
export type ReadyMedia = {
  readonly __typename?: 'ReadyMedia';
  /** As it will be shown. */
  readonly media: MessageMedia;
  /** For sendMessage. */
  readonly mediaId: Scalars['ID']['output'];
};

/** How far somebody has got and read a conversation. */
export type Receipt = {
  readonly __typename?: 'Receipt';
  /** The conversation. */
  readonly conversation: Conversation;
  /** The conversation's id. */
  readonly conversationId: Scalars['ID']['output'];
  /** When it did; null before the first. */
  readonly deliveredAt?: Maybe<Scalars['DateTime']['output']>;
  /** The last message that has reached a client of the user. */
  readonly deliveredSequence: Scalars['Int']['output'];
  /** When it was read; null before the first. */
  readonly readAt?: Maybe<Scalars['DateTime']['output']>;
  /** The last message that the user has read. */
  readonly readSequence: Scalars['Int']['output'];
  /** Who. */
  readonly user: User;
};

/** A message that administrators should look at. */
export type ReportMessageInput = {
  /** In which conversation. */
  readonly conversationId: Scalars['ID']['input'];
  /** Why, 1 to 500 characters. */
  readonly reason: Scalars['String']['input'];
  /** Which message. */
  readonly sequence: Scalars['Int']['input'];
};

/** What becomes of a message that was reported. */
export type ReportResolution =
  /** It is taken back, for both. */
  | 'DELETED'
  /** It stays. */
  | 'KEPT';

/** A file to upload. */
export type RequestUploadInput = {
  /** image/jpeg, image/png, image/webp, image/gif, video/mp4 or video/webm. */
  readonly contentType: Scalars['String']['input'];
  /** How large it is: up to 10 MiB for a picture, 50 MiB for a film. */
  readonly sizeBytes: Scalars['Int']['input'];
};

/** What became of it. */
export type RequestUploadResult = MediaUpload | UploadRefused;

/** A message to send. */
export type SendMessageInput = {
  /** Chosen by the client, a UUID of its own for each message: sending it again stores nothing twice. */
  readonly clientId: Scalars['ID']['input'];
  /** In which conversation. */
  readonly conversationId: Scalars['ID']['input'];
  /** A picture or a film of one's own that finishUpload has accepted. */
  readonly mediaId?: InputMaybe<Scalars['ID']['input']>;
  /** The sequence of the message that it answers. */
  readonly replyToSequence?: InputMaybe<Scalars['Int']['input']>;
  /** What is written, 1 to 4,000 characters. May be left out with a picture or a film. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
};

/** What became of it. */
export type SendMessageResult = ChatBusy | ClientIdConflict | ConversationBlocked | Message | MessageRateLimited;

/** A reaction to put on a message. */
export type SetReactionInput = {
  /** In which conversation. */
  readonly conversationId: Scalars['ID']['input'];
  /** One emoji; null takes the reaction off. */
  readonly emoji?: InputMaybe<Scalars['String']['input']>;
  /** On which message. */
  readonly sequence: Scalars['Int']['input'];
};

/**
 * WebSocket connections, as the gateways tell of theirs every 2 seconds; one that tells nothing for 8 seconds no longer counts.
 * A minute is the last minute before a gateway told.
 */
export type SocketActivity = {
  readonly __typename?: 'SocketActivity';
  /** Closed within a minute, for whatever reason. */
  readonly closed: Scalars['Int']['output'];
  /** Why they were closed within a minute, the most frequent first. */
  readonly closes: ReadonlyArray<SocketCloses>;
  /** Gateways that these numbers are the sum of. */
  readonly gateways: Scalars['Int']['output'];
  /** The longest time from a ping to its answer within a minute, in milliseconds; null when none was answered. */
  readonly longestRoundTripMs?: Maybe<Scalars['Int']['output']>;
  /** The median of the milliseconds from a ping to its answer within a minute, rounded up to 1, 2, 5, 10, 20, 50 and so on; null when none was answered. Each connection is pinged every 15 seconds. */
  readonly medianRoundTripMs?: Maybe<Scalars['Int']['output']>;
  /** Open now. */
  readonly open: Scalars['Int']['output'];
  /** Opened within a minute. */
  readonly opened: Scalars['Int']['output'];
  /** What is wrong, the worst first; empty when nothing is. */
  readonly problems: ReadonlyArray<SocketProblem>;
  /** Not let in within a minute: too many of one address, or of all. */
  readonly refused: Scalars['Int']['output'];
  /** How well they are. */
  readonly state: SocketState;
  /** Cut off within a minute, because they did not answer a ping; closed with 1006. */
  readonly unanswered: Scalars['Int']['output'];
};

/** WebSocket connections that were closed for one reason. */
export type SocketCloses = {
  readonly __typename?: 'SocketCloses';
  /** The close code of RFC 6455 or graphql-transport-ws; null for all others that clients made up. */
  readonly code?: Maybe<Scalars['Int']['output']>;
  /** How many, within a minute. */
  readonly count: Scalars['Int']['output'];
  /** What the code says, in words. */
  readonly meaning: Scalars['String']['output'];
};

/** What is wrong with WebSocket connections. */
export type SocketProblem =
  /** A gateway closed some for a fault of its own (4500). */
  | 'FAULTS'
  /** A gateway refused some, because it has as many as it may. */
  | 'FULL'
  /** One in ten or more, and at least 5, were lost or did not answer (1006). */
  | 'LOST'
  /** The median of round trips is longer than half a second. */
  | 'SLOW';

/** How well WebSocket connections are. */
export type SocketState =
  /** Clients lose their connections: see the problems. */
  | 'FAILING'
  /** Nothing is wrong. */
  | 'HEALTHY'
  /** They work, but some clients notice: see the problems. */
  | 'STRAINED'
  /** No gateway tells anything. */
  | 'UNKNOWN';

/** What became of it. */
export type StartConversationResult = Conversation | ConversationBlocked | UserNotFound;

export type Subscription = {
  readonly __typename?: 'Subscription';
  /** What goes on in all conversations, each second. */
  readonly chatActivityChanged: ChatActivity;
  /** One's conversations, when a message in them is edited or deleted, or a reaction changes. */
  readonly messageChanged: Message;
  /** Messages of all of the signed-in user's conversations, one's own from other devices included, each conversation in the order of its sequence, each message once. With `after`, first what came after those positions, and no gap and nothing twice while the connection lasts, whatever part of the server is lost meanwhile; the error UNAVAILABLE asks to subscribe again with one's own positions. Without it, an event with `extensions.gap` says that others may be missing before it. */
  readonly messageReceived: Message;
  /** How far the other side has got and read one's messages, when it changes. */
  readonly messageStatusChanged: Receipt;
  /** People whose presence one may see, when they come and when they have gone. Only changes: `User.presence` has the state before. */
  readonly presenceChanged: Presence;
  /** The other sides of one's conversations, when they begin to write and when they no longer do. */
  readonly typingChanged: TypingChange;
};


export type SubscriptionMessageReceivedArgs = {
  after?: InputMaybe<ReadonlyArray<ConversationPosition>>;
};

/** A part of a text. */
export type TextRange = {
  readonly __typename?: 'TextRange';
  /** How many units. */
  readonly length: Scalars['Int']['output'];
  /** Its first UTF-16 unit, from 0. */
  readonly start: Scalars['Int']['output'];
};

/** That somebody writes, or no longer does. */
export type TypingChange = {
  readonly __typename?: 'TypingChange';
  /** In which conversation. */
  readonly conversationId: Scalars['ID']['output'];
  /** Whether the person is writing. */
  readonly isTyping: Scalars['Boolean']['output'];
  /** Who. */
  readonly user: User;
};

/** A header of a request. */
export type UploadHeader = {
  readonly __typename?: 'UploadHeader';
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** Its value. */
  readonly value: Scalars['String']['output'];
};

/** Why an upload cannot be taken. */
export type UploadRefusal =
  /** Nothing has arrived yet, or the upload was never asked for. */
  | 'MISSING'
  /** It is larger than allowed, or than was announced. */
  | 'SIZE'
  /** Too many uploads of this user are in no message yet: send them, or wait a day. */
  | 'TOO_MANY'
  /** Its content is of no type that is taken, or not of the one that was announced, or cannot be read. */
  | 'TYPE';

/** It cannot be taken. */
export type UploadRefused = {
  readonly __typename?: 'UploadRefused';
  /** Why, for people. */
  readonly message: Scalars['String']['output'];
  /** Why, for programs. */
  readonly reason: UploadRefusal;
};

/** A person with an account. */
export type User = {
  readonly __typename?: 'User';
  /** Identifies the user in every subgraph. */
  readonly id: Scalars['ID']['output'];
  /** Whether the person is there. Null for those with whom the signed-in user has no conversation, who have not put the signed-in user into their address book, or where one has blocked the other. */
  readonly presence?: Maybe<Presence>;
};

/** There is no such user. */
export type UserNotFound = {
  readonly __typename?: 'UserNotFound';
  /** What happened, for people. */
  readonly message: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Conversation: Conversation;
  Message: Message;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Conversation:
    ( { __typename: 'Conversation' }
    & GraphQLRecursivePick<FederationTypes['Conversation'], {"id":true}> );
  Message:
    ( { __typename: 'Message' }
    & GraphQLRecursivePick<FederationTypes['Message'], {"conversationId":true,"sequence":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  EditMessageResult:
    | ( MessageModel )
    | ( MessageNotEditable )
  ;
  FinishUploadResult:
    | ( Omit<ReadyMedia, 'media'> & { media: _RefType['MessageMedia'] } )
    | ( UploadRefused )
  ;
  RequestUploadResult:
    | ( MediaUpload )
    | ( UploadRefused )
  ;
  SendMessageResult:
    | ( ChatBusy )
    | ( ClientIdConflict )
    | ( ConversationBlocked )
    | ( MessageModel )
    | ( MessageRateLimited )
  ;
  StartConversationResult:
    | ( ConversationModel )
    | ( ConversationBlocked )
    | ( UserNotFound )
  ;
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ChatActivity: ResolverTypeWrapper<ChatActivityModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ChatBusy: ResolverTypeWrapper<ChatBusy>;
  ChatMinute: ResolverTypeWrapper<ChatMinute>;
  ClientIdConflict: ResolverTypeWrapper<ClientIdConflict>;
  Conversation: ResolverTypeWrapper<ConversationModel>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ConversationBlocked: ResolverTypeWrapper<ConversationBlocked>;
  ConversationConnection: ResolverTypeWrapper<ConversationConnectionModel>;
  ConversationEdge: ResolverTypeWrapper<Omit<ConversationEdge, 'node'> & { node: ResolversTypes['Conversation'] }>;
  ConversationPosition: ConversationPosition;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  EditMessageInput: EditMessageInput;
  EditMessageResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EditMessageResult']>;
  FinishUploadResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['FinishUploadResult']>;
  MediaUpload: ResolverTypeWrapper<MediaUpload>;
  Message: ResolverTypeWrapper<MessageModel>;
  MessageFilter: MessageFilter;
  MessageMatch: ResolverTypeWrapper<MessageMatchModel>;
  MessageMatchConnection: ResolverTypeWrapper<MessageMatchConnectionModel>;
  MessageMatchEdge: ResolverTypeWrapper<Omit<MessageMatchEdge, 'node'> & { node: ResolversTypes['MessageMatch'] }>;
  MessageMedia: ResolverTypeWrapper<MessageMediaModel>;
  MessageNotEditable: ResolverTypeWrapper<MessageNotEditable>;
  MessagePage: ResolverTypeWrapper<MessagePageModel>;
  MessageRateLimited: ResolverTypeWrapper<MessageRateLimited>;
  MessageReport: ResolverTypeWrapper<MessageReportModel>;
  MessageReportConnection: ResolverTypeWrapper<MessageReportConnectionModel>;
  MessageReportEdge: ResolverTypeWrapper<Omit<MessageReportEdge, 'node'> & { node: ResolversTypes['MessageReport'] }>;
  MessageStatus: MessageStatus;
  MessageType: MessageType;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Presence: ResolverTypeWrapper<PresenceModel>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Reaction: ResolverTypeWrapper<ReactionModel>;
  ReadyMedia: ResolverTypeWrapper<Omit<ReadyMedia, 'media'> & { media: ResolversTypes['MessageMedia'] }>;
  Receipt: ResolverTypeWrapper<ReceiptModel>;
  ReportMessageInput: ReportMessageInput;
  ReportResolution: ReportResolution;
  RequestUploadInput: RequestUploadInput;
  RequestUploadResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RequestUploadResult']>;
  SendMessageInput: SendMessageInput;
  SendMessageResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SendMessageResult']>;
  SetReactionInput: SetReactionInput;
  SocketActivity: ResolverTypeWrapper<SocketActivity>;
  SocketCloses: ResolverTypeWrapper<SocketCloses>;
  SocketProblem: SocketProblem;
  SocketState: SocketState;
  StartConversationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['StartConversationResult']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TextRange: ResolverTypeWrapper<TextRange>;
  TypingChange: ResolverTypeWrapper<TypingChangeModel>;
  UploadHeader: ResolverTypeWrapper<UploadHeader>;
  UploadRefusal: UploadRefusal;
  UploadRefused: ResolverTypeWrapper<UploadRefused>;
  User: ResolverTypeWrapper<UserReference>;
  UserNotFound: ResolverTypeWrapper<UserNotFound>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ChatActivity: ChatActivityModel;
  Int: Scalars['Int']['output'];
  Float: Scalars['Float']['output'];
  ChatBusy: ChatBusy;
  ChatMinute: ChatMinute;
  ClientIdConflict: ClientIdConflict;
  Conversation: ConversationModel;
  ID: Scalars['ID']['output'];
  Boolean: Scalars['Boolean']['output'];
  ConversationBlocked: ConversationBlocked;
  ConversationConnection: ConversationConnectionModel;
  ConversationEdge: Omit<ConversationEdge, 'node'> & { node: ResolversParentTypes['Conversation'] };
  ConversationPosition: ConversationPosition;
  DateTime: Scalars['DateTime']['output'];
  EditMessageInput: EditMessageInput;
  EditMessageResult: ResolversUnionTypes<ResolversParentTypes>['EditMessageResult'];
  FinishUploadResult: ResolversUnionTypes<ResolversParentTypes>['FinishUploadResult'];
  MediaUpload: MediaUpload;
  Message: MessageModel;
  MessageFilter: MessageFilter;
  MessageMatch: MessageMatchModel;
  MessageMatchConnection: MessageMatchConnectionModel;
  MessageMatchEdge: Omit<MessageMatchEdge, 'node'> & { node: ResolversParentTypes['MessageMatch'] };
  MessageMedia: MessageMediaModel;
  MessageNotEditable: MessageNotEditable;
  MessagePage: MessagePageModel;
  MessageRateLimited: MessageRateLimited;
  MessageReport: MessageReportModel;
  MessageReportConnection: MessageReportConnectionModel;
  MessageReportEdge: Omit<MessageReportEdge, 'node'> & { node: ResolversParentTypes['MessageReport'] };
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Presence: PresenceModel;
  Query: Record<PropertyKey, never>;
  Reaction: ReactionModel;
  ReadyMedia: Omit<ReadyMedia, 'media'> & { media: ResolversParentTypes['MessageMedia'] };
  Receipt: ReceiptModel;
  ReportMessageInput: ReportMessageInput;
  RequestUploadInput: RequestUploadInput;
  RequestUploadResult: ResolversUnionTypes<ResolversParentTypes>['RequestUploadResult'];
  SendMessageInput: SendMessageInput;
  SendMessageResult: ResolversUnionTypes<ResolversParentTypes>['SendMessageResult'];
  SetReactionInput: SetReactionInput;
  SocketActivity: SocketActivity;
  SocketCloses: SocketCloses;
  StartConversationResult: ResolversUnionTypes<ResolversParentTypes>['StartConversationResult'];
  Subscription: Record<PropertyKey, never>;
  TextRange: TextRange;
  TypingChange: TypingChangeModel;
  UploadHeader: UploadHeader;
  UploadRefused: UploadRefused;
  User: UserReference;
  UserNotFound: UserNotFound;
  String: Scalars['String']['output'];
};

export type ResumableDirectiveArgs = {
  argument: Scalars['String']['input'];
  lane?: Maybe<Scalars['String']['input']>;
  position: Scalars['String']['input'];
};

export type ResumableDirectiveResolver<Result, Parent, ContextType = Context, Args = ResumableDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ChatActivityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChatActivity'] = ResolversParentTypes['ChatActivity']> = {
  activeUsers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  averageDeliveryMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  messagesPerSecond?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  minutes?: Resolver<ReadonlyArray<ResolversTypes['ChatMinute']>, ParentType, ContextType>;
  onlineUsers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  openStreams?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sockets?: Resolver<ResolversTypes['SocketActivity'], ParentType, ContextType>;
};

export type ChatBusyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChatBusy'] = ResolversParentTypes['ChatBusy']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChatMinuteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChatMinute'] = ResolversParentTypes['ChatMinute']> = {
  averageDeliveryMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  deliveries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  messages?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ClientIdConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClientIdConflict'] = ResolversParentTypes['ClientIdConflict']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Conversation'] = ResolversParentTypes['Conversation'], FederationReferenceType extends FederationReferenceTypes['Conversation'] = FederationReferenceTypes['Conversation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Conversation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isBlocked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastActivityAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastMessage?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  lastSequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  messages?: Resolver<ResolversTypes['MessagePage'], ParentType, ContextType, RequireFields<ConversationMessagesArgs, 'first'>>;
  other?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  otherReceipt?: Resolver<ResolversTypes['Receipt'], ParentType, ContextType>;
  ownReceipt?: Resolver<ResolversTypes['Receipt'], ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversationBlockedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationBlocked'] = ResolversParentTypes['ConversationBlocked']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationConnection'] = ResolversParentTypes['ConversationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ConversationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ConversationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationEdge'] = ResolversParentTypes['ConversationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type EditMessageResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditMessageResult'] = ResolversParentTypes['EditMessageResult']> = {
  __resolveType: TypeResolveFn<'Message' | 'MessageNotEditable', ParentType, ContextType>;
};

export type FinishUploadResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FinishUploadResult'] = ResolversParentTypes['FinishUploadResult']> = {
  __resolveType: TypeResolveFn<'ReadyMedia' | 'UploadRefused', ParentType, ContextType>;
};

export type MediaUploadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MediaUpload'] = ResolversParentTypes['MediaUpload']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  headers?: Resolver<ReadonlyArray<ResolversTypes['UploadHeader']>, ParentType, ContextType>;
  mediaId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Message'] = ResolversParentTypes['Message'], FederationReferenceType extends FederationReferenceTypes['Message'] = FederationReferenceTypes['Message']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Message']> | FederationReferenceType, FederationReferenceType, ContextType>;
  clientId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  conversationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deletedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  editedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  media?: Resolver<Maybe<ResolversTypes['MessageMedia']>, ParentType, ContextType>;
  reactions?: Resolver<ReadonlyArray<ResolversTypes['Reaction']>, ParentType, ContextType>;
  replyTo?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  sender?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['MessageStatus'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['MessageType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageMatchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageMatch'] = ResolversParentTypes['MessageMatch']> = {
  highlights?: Resolver<ReadonlyArray<ResolversTypes['TextRange']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  rank?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type MessageMatchConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageMatchConnection'] = ResolversParentTypes['MessageMatchConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MessageMatchEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MessageMatchEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageMatchEdge'] = ResolversParentTypes['MessageMatchEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MessageMatch'], ParentType, ContextType>;
};

export type MessageMediaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageMedia'] = ResolversParentTypes['MessageMedia']> = {
  contentType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  height?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  placeholder?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sizeBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  thumbnailUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  width?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type MessageNotEditableResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageNotEditable'] = ResolversParentTypes['MessageNotEditable']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessagePageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessagePage'] = ResolversParentTypes['MessagePage']> = {
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  messages?: Resolver<ReadonlyArray<ResolversTypes['Message']>, ParentType, ContextType>;
  nextCursor?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type MessageRateLimitedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageRateLimited'] = ResolversParentTypes['MessageRateLimited']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageReport'] = ResolversParentTypes['MessageReport']> = {
  conversationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  media?: Resolver<Maybe<ResolversTypes['MessageMedia']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reportedBy?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  resolution?: Resolver<Maybe<ResolversTypes['ReportResolution']>, ParentType, ContextType>;
  resolvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sender?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MessageReportConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageReportConnection'] = ResolversParentTypes['MessageReportConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MessageReportEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MessageReportEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageReportEdge'] = ResolversParentTypes['MessageReportEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MessageReport'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acknowledgeMessages?: Resolver<ResolversTypes['Int'], ParentType, ContextType, RequireFields<MutationAcknowledgeMessagesArgs, 'positions'>>;
  addContact?: Resolver<ResolversTypes['User'], ParentType, ContextType, RequireFields<MutationAddContactArgs, 'userId'>>;
  blockUser?: Resolver<ResolversTypes['User'], ParentType, ContextType, RequireFields<MutationBlockUserArgs, 'userId'>>;
  deleteMessage?: Resolver<ResolversTypes['EditMessageResult'], ParentType, ContextType, RequireFields<MutationDeleteMessageArgs, 'conversationId' | 'sequence'>>;
  editMessage?: Resolver<ResolversTypes['EditMessageResult'], ParentType, ContextType, RequireFields<MutationEditMessageArgs, 'input'>>;
  finishUpload?: Resolver<ResolversTypes['FinishUploadResult'], ParentType, ContextType, RequireFields<MutationFinishUploadArgs, 'mediaId'>>;
  markConversationRead?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType, RequireFields<MutationMarkConversationReadArgs, 'position'>>;
  removeContact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRemoveContactArgs, 'userId'>>;
  reportMessage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationReportMessageArgs, 'input'>>;
  requestUpload?: Resolver<ResolversTypes['RequestUploadResult'], ParentType, ContextType, RequireFields<MutationRequestUploadArgs, 'input'>>;
  resolveMessageReport?: Resolver<ResolversTypes['MessageReport'], ParentType, ContextType, RequireFields<MutationResolveMessageReportArgs, 'id' | 'resolution'>>;
  sendMessage?: Resolver<ResolversTypes['SendMessageResult'], ParentType, ContextType, RequireFields<MutationSendMessageArgs, 'input'>>;
  setReaction?: Resolver<ResolversTypes['Message'], ParentType, ContextType, RequireFields<MutationSetReactionArgs, 'input'>>;
  startConversation?: Resolver<ResolversTypes['StartConversationResult'], ParentType, ContextType, RequireFields<MutationStartConversationArgs, 'userId'>>;
  startTyping?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationStartTypingArgs, 'conversationId'>>;
  stopTyping?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationStopTypingArgs, 'conversationId'>>;
  unblockUser?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationUnblockUserArgs, 'userId'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PresenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Presence'] = ResolversParentTypes['Presence']> = {
  isOnline?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  blockedUsers?: Resolver<ReadonlyArray<ResolversTypes['User']>, ParentType, ContextType>;
  chatActivity?: Resolver<ResolversTypes['ChatActivity'], ParentType, ContextType, RequireFields<QueryChatActivityArgs, 'minutes'>>;
  contacts?: Resolver<ReadonlyArray<ResolversTypes['User']>, ParentType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType, RequireFields<QueryConversationArgs, 'id'>>;
  conversations?: Resolver<ResolversTypes['ConversationConnection'], ParentType, ContextType, RequireFields<QueryConversationsArgs, 'first'>>;
  messageReports?: Resolver<ResolversTypes['MessageReportConnection'], ParentType, ContextType, RequireFields<QueryMessageReportsArgs, 'first' | 'isResolved'>>;
  searchMessages?: Resolver<ResolversTypes['MessageMatchConnection'], ParentType, ContextType, RequireFields<QuerySearchMessagesArgs, 'filter' | 'first'>>;
  unreadMessageCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReactionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Reaction'] = ResolversParentTypes['Reaction']> = {
  emoji?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type ReadyMediaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReadyMedia'] = ResolversParentTypes['ReadyMedia']> = {
  media?: Resolver<ResolversTypes['MessageMedia'], ParentType, ContextType>;
  mediaId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReceiptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Receipt'] = ResolversParentTypes['Receipt']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  conversationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deliveredSequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  readAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  readSequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type RequestUploadResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestUploadResult'] = ResolversParentTypes['RequestUploadResult']> = {
  __resolveType: TypeResolveFn<'MediaUpload' | 'UploadRefused', ParentType, ContextType>;
};

export type SendMessageResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SendMessageResult'] = ResolversParentTypes['SendMessageResult']> = {
  __resolveType: TypeResolveFn<'ChatBusy' | 'ClientIdConflict' | 'ConversationBlocked' | 'Message' | 'MessageRateLimited', ParentType, ContextType>;
};

export type SocketActivityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SocketActivity'] = ResolversParentTypes['SocketActivity']> = {
  closed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  closes?: Resolver<ReadonlyArray<ResolversTypes['SocketCloses']>, ParentType, ContextType>;
  gateways?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  longestRoundTripMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  medianRoundTripMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  opened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['SocketProblem']>, ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SocketState'], ParentType, ContextType>;
  unanswered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SocketClosesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SocketCloses'] = ResolversParentTypes['SocketCloses']> = {
  code?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  meaning?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StartConversationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StartConversationResult'] = ResolversParentTypes['StartConversationResult']> = {
  __resolveType: TypeResolveFn<'Conversation' | 'ConversationBlocked' | 'UserNotFound', ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  chatActivityChanged?: SubscriptionResolver<ResolversTypes['ChatActivity'], "chatActivityChanged", ParentType, ContextType>;
  messageChanged?: SubscriptionResolver<ResolversTypes['Message'], "messageChanged", ParentType, ContextType>;
  messageReceived?: SubscriptionResolver<ResolversTypes['Message'], "messageReceived", ParentType, ContextType, Partial<SubscriptionMessageReceivedArgs>>;
  messageStatusChanged?: SubscriptionResolver<ResolversTypes['Receipt'], "messageStatusChanged", ParentType, ContextType>;
  presenceChanged?: SubscriptionResolver<ResolversTypes['Presence'], "presenceChanged", ParentType, ContextType>;
  typingChanged?: SubscriptionResolver<ResolversTypes['TypingChange'], "typingChanged", ParentType, ContextType>;
};

export type TextRangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TextRange'] = ResolversParentTypes['TextRange']> = {
  length?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TypingChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TypingChange'] = ResolversParentTypes['TypingChange']> = {
  conversationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isTyping?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type UploadHeaderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UploadHeader'] = ResolversParentTypes['UploadHeader']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UploadRefusedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UploadRefused'] = ResolversParentTypes['UploadRefused']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['UploadRefusal'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  presence?: Resolver<Maybe<ResolversTypes['Presence']>, ParentType, ContextType>;
};

export type UserNotFoundResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserNotFound'] = ResolversParentTypes['UserNotFound']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  ChatActivity?: ChatActivityResolvers<ContextType>;
  ChatBusy?: ChatBusyResolvers<ContextType>;
  ChatMinute?: ChatMinuteResolvers<ContextType>;
  ClientIdConflict?: ClientIdConflictResolvers<ContextType>;
  Conversation?: ConversationResolvers<ContextType>;
  ConversationBlocked?: ConversationBlockedResolvers<ContextType>;
  ConversationConnection?: ConversationConnectionResolvers<ContextType>;
  ConversationEdge?: ConversationEdgeResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  EditMessageResult?: EditMessageResultResolvers<ContextType>;
  FinishUploadResult?: FinishUploadResultResolvers<ContextType>;
  MediaUpload?: MediaUploadResolvers<ContextType>;
  Message?: MessageResolvers<ContextType>;
  MessageMatch?: MessageMatchResolvers<ContextType>;
  MessageMatchConnection?: MessageMatchConnectionResolvers<ContextType>;
  MessageMatchEdge?: MessageMatchEdgeResolvers<ContextType>;
  MessageMedia?: MessageMediaResolvers<ContextType>;
  MessageNotEditable?: MessageNotEditableResolvers<ContextType>;
  MessagePage?: MessagePageResolvers<ContextType>;
  MessageRateLimited?: MessageRateLimitedResolvers<ContextType>;
  MessageReport?: MessageReportResolvers<ContextType>;
  MessageReportConnection?: MessageReportConnectionResolvers<ContextType>;
  MessageReportEdge?: MessageReportEdgeResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Presence?: PresenceResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Reaction?: ReactionResolvers<ContextType>;
  ReadyMedia?: ReadyMediaResolvers<ContextType>;
  Receipt?: ReceiptResolvers<ContextType>;
  RequestUploadResult?: RequestUploadResultResolvers<ContextType>;
  SendMessageResult?: SendMessageResultResolvers<ContextType>;
  SocketActivity?: SocketActivityResolvers<ContextType>;
  SocketCloses?: SocketClosesResolvers<ContextType>;
  StartConversationResult?: StartConversationResultResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TextRange?: TextRangeResolvers<ContextType>;
  TypingChange?: TypingChangeResolvers<ContextType>;
  UploadHeader?: UploadHeaderResolvers<ContextType>;
  UploadRefused?: UploadRefusedResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserNotFound?: UserNotFoundResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  resumable?: ResumableDirectiveResolver<any, any, ContextType>;
};
