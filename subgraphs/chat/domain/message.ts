import type { MediaFile } from './media.ts';
import type { MessageType } from './message-type.ts';

export interface Message {
  conversationId: string;
  /** From 1, without a gap in a conversation. */
  sequence: number;
  senderId: string;
  clientId: string;
  type: MessageType;
  text: string | null;
  media: MediaFile | null;
  replyToSequence: number | null;
  /** An emoji of each user who reacted. */
  reactions: Readonly<Record<string, string>>;
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
}

export const MAX_TEXT = 4_000;
export const MAX_REASON = 500;
/** A message can be changed so long after it was sent. */
export const EDITABLE_MS = 86_400_000;

/** What is wrong with a text, for people; nothing when it will do. */
export function findTextFault(name: string, text: string, most = MAX_TEXT): string | undefined {
  const length = Array.from(text.trim()).length;
  if (length >= 1 && length <= most) return undefined;
  return `${name} must have 1 to ${most} characters, not ${length}`;
}

const EMOJI = /^\p{RGI_Emoji}$/v;

export function findEmojiFault(emoji: string): string | undefined {
  return EMOJI.test(emoji) ? undefined : 'emoji must be one emoji';
}

/** Why a message cannot be changed by somebody now; nothing when it can. */
export function findEditFault(
  message: Message,
  userId: string,
  now: Date,
): 'NOT_YOURS' | 'DELETED' | 'TOO_LATE' | undefined {
  if (message.senderId !== userId) return 'NOT_YOURS';
  if (message.deletedAt !== null) return 'DELETED';
  return now.getTime() - message.createdAt.getTime() > EDITABLE_MS ? 'TOO_LATE' : undefined;
}
