import { z } from 'zod';
import { event } from './event.ts';

/**
 * Topic of games, key: `shard-<n>`, where n is the player's number modulo SCORE_SHARDS. Published by games
 * when scores are accepted for good; asks its consumers to store and to count them. One event holds many
 * scores, those of one player in the order of their times.
 */
export const SCORE_EVENTS = 'score-submitted';

/** Keys there are: as many as keep the partitions of a topic evenly filled, few enough for long lists. */
export const SCORE_SHARDS = 24;

/** An accepted score, short because there are many. */
export const submittedScore = z.object({
  /** UUIDv7, made when the game ended. */
  id: z.string(),
  /** The player's number. */
  player: z.number().int(),
  region: z.string(),
  /** The mode's number. */
  mode: z.number().int(),
  score: z.number().int(),
  /** How long the game took. */
  seconds: z.number().int(),
  /** When it was accepted, in milliseconds since 1970. */
  at: z.number().int(),
  /** Whether somebody waits to hear what it led to. */
  isTracked: z.boolean(),
});
export type SubmittedScore = z.infer<typeof submittedScore>;

export const scoreEvent = z.discriminatedUnion('type', [
  event('scores.submitted', { scores: z.array(submittedScore).max(1_000) }),
]);
export type ScoreEvent = z.infer<typeof scoreEvent>;
