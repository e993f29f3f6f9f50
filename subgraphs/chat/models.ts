import type { Page } from '#platform/graphql/page.ts';
import type { Conversation } from './data/conversation.repository.ts';
import type { Receipt } from './data/receipt.repository.ts';
import type { Message } from './domain/message.ts';

/** A user is accounts'; here it is only its id. */
export interface UserReference {
  id: string;
}

export type ConversationModel = Conversation;
export type ConversationConnectionModel = Page<Conversation>;
export type MessageModel = Message;
export type ReceiptModel = Receipt;

export interface MessagePageModel {
  messages: readonly Message[];
  nextCursor: number | null;
  hasMore: boolean;
}

export interface ReactionModel {
  userId: string;
  emoji: string;
}
