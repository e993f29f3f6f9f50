import { z } from 'zod';
import { event } from './event.ts';

/** Topic of games, key: player id. Published when a player has reached something; accounts tells the user. */
export const ACHIEVEMENT_EVENTS = 'player-achievements';

export const achievementKind = z.enum(['TOP_100_ENTERED', 'PERSONAL_BEST']);
export type AchievementKind = z.infer<typeof achievementKind>;

const whose = {
  playerId: z.string(),
  /** Null for players without an account. */
  userId: z.string().nullable(),
};

export const achievementEvent = z.discriminatedUnion('type', [
  event('achievement.reached', {
    ...whose,
    kind: achievementKind,
    modeId: z.string(),
    submissionId: z.string(),
    /** Points of the game that did it. */
    score: z.number().int(),
    /** On the all-time board of the mode, from 1. */
    rank: z.number().int(),
  }),
  event('reward.paid', {
    ...whose,
    /** Such as S1-2026. */
    season: z.string(),
    modeId: z.string(),
    rank: z.number().int(),
    tier: z.string(),
    coins: z.number().int(),
  }),
]);
export type AchievementEvent = z.infer<typeof achievementEvent>;
