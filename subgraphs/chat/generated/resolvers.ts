import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { UserReference, ConversationModel, ConversationConnectionModel, MessageModel, MessagePageModel, ReactionModel, ReceiptModel } from '../models.ts';
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
  /** Whether one of the two has blocked the other: then nothing can be sent. */
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
  /** From now on neither can send the other a message. */
  readonly blockUser: User;
  /** Takes a message of one's own back, for both. Its place stays, its content goes. */
  readonly deleteMessage: EditMessageResult;
  /** Changes the text of a message of one's own, up to a day after it was sent. */
  readonly editMessage: EditMessageResult;
  /** Says up to where the signed-in user has read a conversation: READ. */
  readonly markConversationRead: Conversation;
  /** Takes a user out of the address book. False when not in it. */
  readonly removeContact: Scalars['Boolean']['output'];
  /** Tells administrators of a message that one has got. */
  readonly reportMessage: Scalars['Boolean']['output'];
  /** Sends a message. The answer comes when it is stored for good: that is what SENT means. The same client id again gives the same message. */
  readonly sendMessage: SendMessageResult;
  /** Puts the signed-in user's reaction on a message, in place of an earlier one; null takes it off. */
  readonly setReaction: Message;
  /** The conversation with another user: the one there is, or a new one, however many ask at once. */
  readonly startConversation: StartConversationResult;
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


export type MutationMarkConversationReadArgs = {
  position: ConversationPosition;
};


export type MutationRemoveContactArgs = {
  userId: Scalars['ID']['input'];
};


export type MutationReportMessageArgs = {
  input: ReportMessageInput;
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

export type Query = {
  readonly __typename?: 'Query';
  /** People whom the signed-in user has blocked, newest first. */
  readonly blockedUsers: ReadonlyArray<User>;
  /** People in the signed-in user's address book, newest first. */
  readonly contacts: ReadonlyArray<User>;
  /** One of the signed-in user's conversations. Null when there is none that the user takes part in. */
  readonly conversation?: Maybe<Conversation>;
  /** The signed-in user's conversations, the most recently active first. */
  readonly conversations: ConversationConnection;
  /** Messages of all of the signed-in user's conversations that others sent and the user has not read. */
  readonly unreadMessageCount: Scalars['Int']['output'];
};


export type QueryConversationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryConversationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
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

/** How far somebody has got and read a conversation. */
export type Receipt = {
  readonly __typename?: 'Receipt';
  /** The conversation. */
  readonly conversation: Conversation;
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

/** A message to send. */
export type SendMessageInput = {
  /** Chosen by the client, a UUID of its own for each message: sending it again stores nothing twice. */
  readonly clientId: Scalars['ID']['input'];
  /** In which conversation. */
  readonly conversationId: Scalars['ID']['input'];
  /** The sequence of the message that it answers. */
  readonly replyToSequence?: InputMaybe<Scalars['Int']['input']>;
  /** What is written, 1 to 4,000 characters. */
  readonly text: Scalars['String']['input'];
};

/** What became of it. */
export type SendMessageResult = ClientIdConflict | ConversationBlocked | Message | MessageRateLimited;

/** A reaction to put on a message. */
export type SetReactionInput = {
  /** In which conversation. */
  readonly conversationId: Scalars['ID']['input'];
  /** One emoji; null takes the reaction off. */
  readonly emoji?: InputMaybe<Scalars['String']['input']>;
  /** On which message. */
  readonly sequence: Scalars['Int']['input'];
};

/** What became of it. */
export type StartConversationResult = Conversation | ConversationBlocked | UserNotFound;

export type Subscription = {
  readonly __typename?: 'Subscription';
  /** One's conversations, when a message in them is edited or deleted, or a reaction changes. */
  readonly messageChanged: Message;
  /** Messages of all of the signed-in user's conversations, one's own from other devices included, each conversation in the order of its sequence, each message once. With `after`, first what came after those positions. */
  readonly messageReceived: Message;
  /** How far the other side has got and read one's messages, when it changes. */
  readonly messageStatusChanged: Receipt;
};


export type SubscriptionMessageReceivedArgs = {
  after?: InputMaybe<ReadonlyArray<ConversationPosition>>;
};

/** A person with an account. */
export type User = {
  readonly __typename?: 'User';
  /** Identifies the user in every subgraph. */
  readonly id: Scalars['ID']['output'];
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
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Conversation:
    ( { __typename: 'Conversation' }
    & GraphQLRecursivePick<FederationTypes['Conversation'], {"id":true}> );
  Message:
    ( { __typename: 'Message' }
    & GraphQLRecursivePick<FederationTypes['Message'], {"conversationId":true,"sequence":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  EditMessageResult:
    | ( MessageModel )
    | ( MessageNotEditable )
  ;
  SendMessageResult:
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
  ClientIdConflict: ResolverTypeWrapper<ClientIdConflict>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Conversation: ResolverTypeWrapper<ConversationModel>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ConversationBlocked: ResolverTypeWrapper<ConversationBlocked>;
  ConversationConnection: ResolverTypeWrapper<ConversationConnectionModel>;
  ConversationEdge: ResolverTypeWrapper<Omit<ConversationEdge, 'node'> & { node: ResolversTypes['Conversation'] }>;
  ConversationPosition: ConversationPosition;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  EditMessageInput: EditMessageInput;
  EditMessageResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EditMessageResult']>;
  Message: ResolverTypeWrapper<MessageModel>;
  MessageNotEditable: ResolverTypeWrapper<MessageNotEditable>;
  MessagePage: ResolverTypeWrapper<MessagePageModel>;
  MessageRateLimited: ResolverTypeWrapper<MessageRateLimited>;
  MessageStatus: MessageStatus;
  MessageType: MessageType;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Reaction: ResolverTypeWrapper<ReactionModel>;
  Receipt: ResolverTypeWrapper<ReceiptModel>;
  ReportMessageInput: ReportMessageInput;
  SendMessageInput: SendMessageInput;
  SendMessageResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SendMessageResult']>;
  SetReactionInput: SetReactionInput;
  StartConversationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['StartConversationResult']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  User: ResolverTypeWrapper<UserReference>;
  UserNotFound: ResolverTypeWrapper<UserNotFound>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ClientIdConflict: ClientIdConflict;
  String: Scalars['String']['output'];
  Conversation: ConversationModel;
  ID: Scalars['ID']['output'];
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
  ConversationBlocked: ConversationBlocked;
  ConversationConnection: ConversationConnectionModel;
  ConversationEdge: Omit<ConversationEdge, 'node'> & { node: ResolversParentTypes['Conversation'] };
  ConversationPosition: ConversationPosition;
  DateTime: Scalars['DateTime']['output'];
  EditMessageInput: EditMessageInput;
  EditMessageResult: ResolversUnionTypes<ResolversParentTypes>['EditMessageResult'];
  Message: MessageModel;
  MessageNotEditable: MessageNotEditable;
  MessagePage: MessagePageModel;
  MessageRateLimited: MessageRateLimited;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  Reaction: ReactionModel;
  Receipt: ReceiptModel;
  ReportMessageInput: ReportMessageInput;
  SendMessageInput: SendMessageInput;
  SendMessageResult: ResolversUnionTypes<ResolversParentTypes>['SendMessageResult'];
  SetReactionInput: SetReactionInput;
  StartConversationResult: ResolversUnionTypes<ResolversParentTypes>['StartConversationResult'];
  Subscription: Record<PropertyKey, never>;
  User: UserReference;
  UserNotFound: UserNotFound;
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

export type MessageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Message'] = ResolversParentTypes['Message'], FederationReferenceType extends FederationReferenceTypes['Message'] = FederationReferenceTypes['Message']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Message']> | FederationReferenceType, FederationReferenceType, ContextType>;
  clientId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  conversationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deletedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  editedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reactions?: Resolver<ReadonlyArray<ResolversTypes['Reaction']>, ParentType, ContextType>;
  replyTo?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  sender?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['MessageStatus'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['MessageType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acknowledgeMessages?: Resolver<ResolversTypes['Int'], ParentType, ContextType, RequireFields<MutationAcknowledgeMessagesArgs, 'positions'>>;
  addContact?: Resolver<ResolversTypes['User'], ParentType, ContextType, RequireFields<MutationAddContactArgs, 'userId'>>;
  blockUser?: Resolver<ResolversTypes['User'], ParentType, ContextType, RequireFields<MutationBlockUserArgs, 'userId'>>;
  deleteMessage?: Resolver<ResolversTypes['EditMessageResult'], ParentType, ContextType, RequireFields<MutationDeleteMessageArgs, 'conversationId' | 'sequence'>>;
  editMessage?: Resolver<ResolversTypes['EditMessageResult'], ParentType, ContextType, RequireFields<MutationEditMessageArgs, 'input'>>;
  markConversationRead?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType, RequireFields<MutationMarkConversationReadArgs, 'position'>>;
  removeContact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRemoveContactArgs, 'userId'>>;
  reportMessage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationReportMessageArgs, 'input'>>;
  sendMessage?: Resolver<ResolversTypes['SendMessageResult'], ParentType, ContextType, RequireFields<MutationSendMessageArgs, 'input'>>;
  setReaction?: Resolver<ResolversTypes['Message'], ParentType, ContextType, RequireFields<MutationSetReactionArgs, 'input'>>;
  startConversation?: Resolver<ResolversTypes['StartConversationResult'], ParentType, ContextType, RequireFields<MutationStartConversationArgs, 'userId'>>;
  unblockUser?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationUnblockUserArgs, 'userId'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  blockedUsers?: Resolver<ReadonlyArray<ResolversTypes['User']>, ParentType, ContextType>;
  contacts?: Resolver<ReadonlyArray<ResolversTypes['User']>, ParentType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType, RequireFields<QueryConversationArgs, 'id'>>;
  conversations?: Resolver<ResolversTypes['ConversationConnection'], ParentType, ContextType, RequireFields<QueryConversationsArgs, 'first'>>;
  unreadMessageCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReactionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Reaction'] = ResolversParentTypes['Reaction']> = {
  emoji?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type ReceiptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Receipt'] = ResolversParentTypes['Receipt']> = {
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deliveredSequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  readAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  readSequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type SendMessageResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SendMessageResult'] = ResolversParentTypes['SendMessageResult']> = {
  __resolveType: TypeResolveFn<'ClientIdConflict' | 'ConversationBlocked' | 'Message' | 'MessageRateLimited', ParentType, ContextType>;
};

export type StartConversationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StartConversationResult'] = ResolversParentTypes['StartConversationResult']> = {
  __resolveType: TypeResolveFn<'Conversation' | 'ConversationBlocked' | 'UserNotFound', ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  messageChanged?: SubscriptionResolver<ResolversTypes['Message'], "messageChanged", ParentType, ContextType>;
  messageReceived?: SubscriptionResolver<ResolversTypes['Message'], "messageReceived", ParentType, ContextType, Partial<SubscriptionMessageReceivedArgs>>;
  messageStatusChanged?: SubscriptionResolver<ResolversTypes['Receipt'], "messageStatusChanged", ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UserNotFoundResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserNotFound'] = ResolversParentTypes['UserNotFound']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  ClientIdConflict?: ClientIdConflictResolvers<ContextType>;
  Conversation?: ConversationResolvers<ContextType>;
  ConversationBlocked?: ConversationBlockedResolvers<ContextType>;
  ConversationConnection?: ConversationConnectionResolvers<ContextType>;
  ConversationEdge?: ConversationEdgeResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  EditMessageResult?: EditMessageResultResolvers<ContextType>;
  Message?: MessageResolvers<ContextType>;
  MessageNotEditable?: MessageNotEditableResolvers<ContextType>;
  MessagePage?: MessagePageResolvers<ContextType>;
  MessageRateLimited?: MessageRateLimitedResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Reaction?: ReactionResolvers<ContextType>;
  Receipt?: ReceiptResolvers<ContextType>;
  SendMessageResult?: SendMessageResultResolvers<ContextType>;
  StartConversationResult?: StartConversationResultResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserNotFound?: UserNotFoundResolvers<ContextType>;
};

