import { setTimeout as delay } from 'node:timers/promises';

/** Resolves when the next may begin. One at a time. */
export type Pace = () => Promise<void>;

/**
 * Lets something begin at most so often: at once when the one before is long enough ago, so that what comes alone waits for
 * nobody, and what comes often comes in larger groups.
 */
export function createPace(
  everyMs: number,
  now: () => number = () => performance.now(),
  rest: (ms: number) => Promise<unknown> = delay,
): Pace {
  let nextAt = -Infinity;
  return async () => {
    const waitMs = nextAt - now();
    if (waitMs > 0) await rest(waitMs);
    nextAt = now() + everyMs;
  };
}
