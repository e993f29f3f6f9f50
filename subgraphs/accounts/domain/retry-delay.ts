/** Failed tries of one message until it is given up. */
export const MAX_FAILURES = 6;
const FIRST_MS = 2_000;
const MAX_MS = 600_000;

/** How long a message waits that has failed so often: twice as long each time, with jitter. `random` is from 0 to 1. */
export function retryDelay(failures: number, random: number): number {
  const full = Math.min(MAX_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
  return Math.round(full * (0.5 + random / 2));
}
