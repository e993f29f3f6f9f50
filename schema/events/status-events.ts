import { z } from 'zod';
import { event } from './event.ts';

/** Topic of chat, key: conversation id. Published by chat when somebody's client has got, or somebody has read, more of a conversation. */
export const STATUS_EVENTS = 'status-events';

const watermark = {
  conversationId: z.string(),
  /** Who has got or read it. */
  userId: z.string(),
  /** Up to which message. */
  sequence: z.number().int(),
};

export const statusEvent = z.discriminatedUnion('type', [
  event('messages.delivered', watermark),
  event('messages.read', watermark),
]);
export type StatusEvent = z.infer<typeof statusEvent>;
