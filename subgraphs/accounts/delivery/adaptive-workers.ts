import { MIN_WORKERS, nextWorkers } from '../domain/workers.ts';

const LOOK_MS = 1_000;

/**
 * How many messages may be on their way to providers at once on this replica: more while many wait, fewer
 * when hardly any do. It looks when it is asked, at most once a second, and never waits for the answer.
 */
export function createAdaptiveWorkers(
  countWaiting: () => Promise<number>,
  clock: () => number = () => performance.now(),
): () => number {
  let workers = MIN_WORKERS;
  let lookedAt = Number.NEGATIVE_INFINITY;

  return () => {
    if (clock() - lookedAt >= LOOK_MS) {
      lookedAt = clock();
      countWaiting().then(
        (waiting) => (workers = nextWorkers(workers, waiting)),
        // Who does not know how many wait stays as they are.
        () => undefined,
      );
    }
    return workers;
  };
}
