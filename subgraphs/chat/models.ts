import type { Page } from '#platform/graphql/page.ts';
import type { ChatActivity } from './activity/read-activity.ts';
import type { MessageReport } from './data/report.repository.ts';
import type { MessageMatch } from './data/search.repository.ts';
import type { MediaFile } from './domain/media.ts';
import type { TypingChange } from './live/typing-feed.ts';
import type { Presence } from './presence/presence.ts';
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

/** What is kept of a picture or film; its addresses come from the storage. */
export type MessageMediaModel = MediaFile;
export type MessageReportModel = MessageReport;
export type MessageReportConnectionModel = Page<MessageReport>;
export type MessageMatchModel = MessageMatch;
export type MessageMatchConnectionModel = Page<MessageMatch>;
export type PresenceModel = Presence;
export type TypingChangeModel = TypingChange;
export type ChatActivityModel = ChatActivity;
