/** How many messages wait until there are more workers, and until there are fewer. */
const MANY_WAITING = 1_000;
const FEW_WAITING = 100;
export const MIN_WORKERS = 10;
export const MAX_WORKERS = 50;
const STEP = 10;

/** How many messages may be on their way to providers at once, from how many there are and how many wait. */
export function nextWorkers(workers: number, waiting: number): number {
  if (waiting > MANY_WAITING) return Math.min(MAX_WORKERS, workers + STEP);
  if (waiting < FEW_WAITING) return Math.max(MIN_WORKERS, workers - STEP);
  return workers;
}
