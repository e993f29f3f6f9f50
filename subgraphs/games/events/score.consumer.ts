import type { EventConsumer } from '#platform/messaging/event-consumer.ts';
import { createTurns } from '#platform/resilience/turns.ts';
import { SCORE_EVENTS, readScores } from '#schema/events/score-events.ts';
import { countScores } from '../counting/count-scores.ts';
import type { CountingParts } from '../counting/counting-parts.ts';

export const SCORES_GROUP = 'games.scores';

/** Events of a partition at once; each holds up to some hundred scores. */
const BATCH_SIZE = 50;

/** A repeated event stores and counts nothing: see `countScores`. */
export function createScoreConsumer(parts: CountingParts): EventConsumer {
  // Of two calls one is stored in PostgreSQL while the other is counted in Redis.
  const inTurn = createTurns(1);
  return {
    group: SCORES_GROUP,
    topics: [SCORE_EVENTS],
    batchSize: BATCH_SIZE,
    // What a call costs is a statement and a script for each board, however many scores they hold.
    acrossPartitions: true,
    lanes: 2,
    handle: (events) => countScores(parts, events.flatMap(readScores), inTurn),
  };
}
