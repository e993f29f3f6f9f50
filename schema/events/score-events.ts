import { z } from 'zod';
import { event } from './event.ts';
import { unpackScores } from './packed-scores.ts';
import { submittedScore, type SubmittedScore } from './submitted-score.ts';

/**
 * Topic of games, key: `shard-<n>`, where n is the player's number modulo SCORE_SHARDS. Published by games
 * when scores are accepted for good; asks its consumers to store and to count them. One event holds many
 * scores, those of one player in the order of their times.
 */
export const SCORE_EVENTS = 'score-submitted';

/**
 * Keys there are: as many as consumers can share, few enough for long lists, since an event costs what ten scores do.
 * A change of it breaks the order of a player's games once; boards bear that.
 */
export const SCORE_SHARDS = 12;

export const scoreEvent = z.discriminatedUnion('type', [
  /** As `packScores` has packed them: what is published. */
  event('scores.accepted', { packed: z.string().max(60_000) }),
  /** What was published before, and is read as long as there can be some on their way. */
  event('scores.submitted', { scores: z.array(submittedScore).max(1_000) }),
]);
export type ScoreEvent = z.infer<typeof scoreEvent>;

/** The scores of an event of this topic, however they are written. */
export function readScores(envelope: unknown): readonly SubmittedScore[] {
  const { type, data } = scoreEvent.parse(envelope);
  return type === 'scores.accepted' ? unpackScores(data.packed) : data.scores;
}
