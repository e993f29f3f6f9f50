import { setTimeout as wait } from 'node:timers/promises';
import type { EventConsumer } from '#platform/messaging/event-consumer.ts';
import type { Log } from '#platform/telemetry/log.ts';
import { counter, type Metrics } from '#platform/telemetry/metrics.ts';
import { LEADERBOARD_EVENTS, leaderboardEvent } from '#schema/events/leaderboard-events.ts';

/** Events of one call: at a board a second, more than there are boards. */
const BATCH_SIZE = 200;
const MAX_ATTEMPTS = 3;
const TIMEOUT_MS = 2_000;
const FIRST_WAIT_MS = 100;
/** What is older than a copy may live has been replaced without us. */
const MAX_AGE_MS = 5_000;

export interface PurgeParts {
  /** Is told with POST which boards have changed. */
  url: string;
  fetch: typeof globalThis.fetch;
  log: Log;
  metrics: Metrics;
  now: () => Date;
}

/**
 * Tells a CDN that its copies of the first 100 places are old. A call that fails is tried three times and
 * then let be: copies live for five seconds, so that nothing stays wrong for longer.
 */
export function createPurgeConsumer(parts: PurgeParts): EventConsumer {
  const { log, metrics, now } = parts;
  const purges = counter(metrics, {
    name: 'games_purges_total',
    help: 'Calls that tell the CDN of changed boards, by outcome: done or failed',
    labelNames: ['outcome'],
  });
  return {
    group: 'games.purge',
    topics: [LEADERBOARD_EVENTS],
    batchSize: BATCH_SIZE,
    acrossPartitions: true,
    async handle(events) {
      const least = now().getTime() - MAX_AGE_MS;
      const boards = new Map(
        events
          .filter(({ time }) => Date.parse(time) >= least)
          .map((event) => leaderboardEvent.parse(event))
          .flatMap((event) =>
            event.type === 'leaderboard.updated' ? [[event.data.board, event.data] as const] : [],
          ),
      );
      if (boards.size === 0) return;
      const isDone = await purge(parts, JSON.stringify({ boards: [...boards.values()] }));
      purges.inc({ outcome: isDone ? 'done' : 'failed' });
      if (!isDone) log.warn({ boards: boards.size }, 'the CDN was not told of changed boards');
    },
  };
}

async function purge({ url, fetch }: PurgeParts, body: string): Promise<boolean> {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    if (attempt > 1) await wait(FIRST_WAIT_MS * 2 ** (attempt - 2));
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await response.body?.cancel();
      if (response.ok) return true;
    } catch {
      // No answer is as good as a bad one.
    }
  }
  return false;
}
