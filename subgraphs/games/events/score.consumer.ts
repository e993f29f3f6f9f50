import type { EventConsumer } from '#platform/messaging/event-consumer.ts';
import { SCORE_EVENTS, scoreEvent } from '#schema/events/score-events.ts';
import { countScores, type CountingParts } from '../counting/count-scores.ts';

/** Events at once; each holds up to some hundred scores. */
const BATCH_SIZE = 50;

/** A repeated event stores and counts nothing: see `countScores`. */
export function createScoreConsumer(parts: CountingParts): EventConsumer {
  return {
    group: 'games.scores',
    topics: [SCORE_EVENTS],
    batchSize: BATCH_SIZE,
    handle: (events) =>
      countScores(
        parts,
        events.flatMap((event) => scoreEvent.parse(event).data.scores),
      ),
  };
}
