import { z } from 'zod';
import { event } from './event.ts';

/** Topic of games, key: `player-<number>`. Published when a game looks as if it had not been played. */
export const CHEAT_EVENTS = 'cheat-detected';

export const cheatEvent = z.discriminatedUnion('type', [
  event('game.flagged', {
    flagId: z.string(),
    submissionId: z.string(),
    playerNumber: z.number().int(),
    /** From 0 to 1. */
    suspicion: z.number(),
    reasons: z.array(z.string()),
    /** Deviations above the mean of the mode; null while too little is known of it. */
    zScore: z.number().nullable(),
  }),
]);
export type CheatEvent = z.infer<typeof cheatEvent>;
