import type { BusMessage } from '#platform/bus/bus.ts';
import { packScores } from '#schema/events/packed-scores.ts';
import { SCORE_EVENTS, SCORE_SHARDS } from '#schema/events/score-events.ts';
import type { SubmittedScore } from '#schema/events/submitted-score.ts';
import { inChunks } from '../data/boards/in-chunks.ts';

const SCORES_PER_EVENT = 500;

/** Puts accepted scores into events: those of one player under one key, in the order given. */
export function toScoreMessages(
  scores: readonly SubmittedScore[],
  now: Date,
  newId: () => string,
): BusMessage[] {
  const shards = Map.groupBy(scores, ({ player }) => player % SCORE_SHARDS);
  return Array.from(shards, ([shard, ofShard]) =>
    inChunks(ofShard, SCORES_PER_EVENT).map((chunk) => ({
      topic: SCORE_EVENTS,
      envelope: {
        id: newId(),
        type: 'scores.accepted',
        key: `shard-${shard}`,
        time: now.toISOString(),
        data: { packed: packScores(chunk) },
      },
    })),
  ).flat();
}
