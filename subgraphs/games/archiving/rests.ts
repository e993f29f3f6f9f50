import { setTimeout as delay } from 'node:timers/promises';

/** Rests between pieces of work that has time, for the sake of those who have none. */
export interface Rests {
  /** Rests after a piece of work, unless somebody waits for the whole of it. Throws the signal's reason when work is to stop. */
  after: (workedMs: number, isWaitedFor: () => Promise<boolean>) => Promise<void>;
}

/** Of what work takes. */
const SHARE = 4;

/** All rests together are no longer than `mostMs`. */
export function createRests(mostMs: number, stopping?: AbortSignal): Rests {
  let leftMs = mostMs;
  return {
    async after(workedMs, isWaitedFor) {
      stopping?.throwIfAborted();
      const restMs = Math.min(leftMs, workedMs * SHARE);
      if (restMs <= 0 || (await isWaitedFor())) return;
      leftMs -= restMs;
      await delay(restMs, undefined, { signal: stopping });
    },
  };
}
