import { setTimeout as delay } from 'node:timers/promises';

/** One at a time: `begin`, the work, and `ended` where the pace depends on how long it takes. */
export interface Pace {
  /** Resolves when the next may begin. */
  begin: () => Promise<void>;
  ended: () => void;
  /** The next may begin at once. */
  hurry: () => void;
}

export interface PaceOptions {
  /** Between two beginnings, at least. */
  everyMs: number;
  /** The longest rest after work that takes long; 0 is none. */
  mostRestMs?: number;
  now?: () => number;
  rest?: (ms: number) => Promise<unknown>;
}

/** After work that took so long, its rest is this many times as long. */
const REST_PER_WORK = 2;

/**
 * Lets something begin at most so often: at once when the one before is long enough ago, so that what comes alone waits for
 * nobody, and what comes often comes in larger groups. Work that rests goes on for a third of the time at most: the
 * busier the machine, the longer it takes, and the larger are the groups, which cost less each.
 */
export function createPace({
  everyMs,
  mostRestMs = 0,
  now = () => performance.now(),
  rest = delay,
}: PaceOptions): Pace {
  let begunAt = -Infinity;
  let nextAt = -Infinity;
  return {
    async begin() {
      const waitMs = nextAt - now();
      if (waitMs > 0) await rest(waitMs);
      begunAt = now();
      nextAt = begunAt + everyMs;
    },
    ended() {
      const endedAt = now();
      const restMs = Math.min(mostRestMs, (endedAt - begunAt) * REST_PER_WORK);
      nextAt = Math.max(nextAt, endedAt + restMs);
    },
    hurry() {
      nextAt = -Infinity;
    },
  };
}
