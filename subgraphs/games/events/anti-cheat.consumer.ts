import type { EventConsumer } from '#platform/messaging/event-consumer.ts';
import { SCORE_EVENTS } from '#schema/events/score-events.ts';
import { ANTI_CHEAT_GROUP, flagGames, type FlaggingParts } from '../cheating/flag-games.ts';

/** It may be late, so its calls may be large and few: one transaction each. */
const BATCH_SIZE = 200;
const EVERY_MS = 200;

/** The inbox lets a repeated event change nothing. */
export function createAntiCheatConsumer(parts: FlaggingParts): EventConsumer {
  return {
    group: ANTI_CHEAT_GROUP,
    topics: [SCORE_EVENTS],
    batchSize: BATCH_SIZE,
    acrossPartitions: true,
    everyMs: EVERY_MS,
    handle: (events) => flagGames(parts, events),
  };
}
