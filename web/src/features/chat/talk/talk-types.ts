import type {
  ChatConversationFieldsFragment,
  ChatMessageFieldsFragment,
} from '#schema/operations/generated/graphql.ts';

export type Message = ChatMessageFieldsFragment;
export type Conversation = ChatConversationFieldsFragment;

/** How far somebody has got and read a conversation. */
export type Watermarks = { readonly deliveredSequence: number; readonly readSequence: number };

export type Position = { readonly conversationId: string; readonly sequence: number };
