import { z } from 'zod';

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
