import { createBoundedQueue } from '#platform/live/bounded-queue.ts';
import type { ScoresCounted } from './channels.ts';

/** Nobody reads faster than this; of what comes in between the best is shown. */
const GAP_MS = 250;
const MAX_QUEUED = 4;

export type BestScore = NonNullable<ScoresCounted['best']>;

/** The best of each quarter of a second, the first at once. */
export function keepBest(
  messages: AsyncIterableIterator<ScoresCounted>,
  gapMs = GAP_MS,
): AsyncIterableIterator<BestScore> {
  let best: BestScore | undefined;
  let timer: NodeJS.Timeout | undefined;
  const queue = createBoundedQueue<BestScore>(MAX_QUEUED, () => {
    clearTimeout(timer);
    void messages.return?.();
  });

  function flush(): void {
    timer = undefined;
    if (best === undefined) return;
    queue.push(best);
    best = undefined;
    timer = setTimeout(flush, gapMs);
  }

  async function read(): Promise<void> {
    for await (const message of messages) {
      if (message.best === null) continue;
      if (best === undefined || message.best.score > best.score) best = message.best;
      if (timer === undefined) flush();
    }
    queue.end();
  }
  read().catch(() => queue.end());
  return queue;
}
