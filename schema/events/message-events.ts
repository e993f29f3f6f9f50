import { z } from 'zod';
import { event } from './event.ts';

/**
 * Topic of chat, key: conversation id. Published by chat; consumed by what goes on beside delivery: search, the queue
 * of those who are away, counters, moderation. Carries the text: it may be read by subgraphs, never be logged.
 */
export const MESSAGE_EVENTS = 'message-events';

export const messageEvent = z.discriminatedUnion('type', [
  event('message.sent', {
    conversationId: z.string(),
    sequence: z.number().int(),
    senderId: z.string(),
    recipientId: z.string(),
    messageType: z.string(),
    text: z.string().nullable(),
    createdAt: z.string(),
  }),
  event('message.edited', {
    conversationId: z.string(),
    sequence: z.number().int(),
    senderId: z.string(),
    recipientId: z.string(),
    text: z.string(),
  }),
  event('message.deleted', {
    conversationId: z.string(),
    sequence: z.number().int(),
    senderId: z.string(),
    recipientId: z.string(),
  }),
]);
export type MessageEvent = z.infer<typeof messageEvent>;
