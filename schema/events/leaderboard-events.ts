import { z } from 'zod';
import { event } from './event.ts';

/** Topic of games, key: the board's name. Told to whoever keeps a copy of the first 100 places of a board. */
export const LEADERBOARD_EVENTS = 'leaderboard-updated';

const board = {
  /** As games calls it, such as raid:daily:2026-03-01:europe. */
  board: z.string(),
  modeId: z.string(),
  window: z.string(),
  period: z.string(),
  region: z.string().nullable(),
};

export const leaderboardEvent = z.discriminatedUnion('type', [
  /** The first 100 places are not what they were: at most once a second for each board. */
  event('leaderboard.updated', board),
  /** An administrator has taken scores off boards, or put them back. Key: the adjustment's id. */
  event('leaderboard.corrected', {
    adjustmentId: z.string(),
    kind: z.enum(['REMOVE', 'RESTORE']),
    reason: z.string(),
    scoreCount: z.number().int(),
    /** Whose scores: the first 100 of them. */
    playerIds: z.array(z.string()),
  }),
]);
export type LeaderboardEvent = z.infer<typeof leaderboardEvent>;
