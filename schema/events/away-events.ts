import { z } from 'zod';
import { event } from './event.ts';

/**
 * Topic of chat, key: user id. Published when messages wait for somebody who is not there: once a conversation, until
 * the person has them. Accounts tells the person, without the text. The cause is the same however often it is told.
 */
export const AWAY_EVENTS = 'away-events';

export const awayEvent = z.discriminatedUnion('type', [
  event('messages.waiting', {
    /** For whom. */
    userId: z.string(),
    senderId: z.string(),
    conversationId: z.string(),
    /** Those that wait. */
    firstSequence: z.number().int(),
    lastSequence: z.number().int(),
  }),
]);
export type AwayEvent = z.infer<typeof awayEvent>;
