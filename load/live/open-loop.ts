/** How often the clock is looked at: the most that something begins too late, which counts as its latency. */
const TICK_MS = 1;

export interface OpenLoopOptions {
  /** A second. */
  rate: number;
  seconds: number;
  /**
   * At equal distances, or at random moments, as people come who know nothing of each other (a Poisson process): then
   * nothing comes in step with what else is begun by the clock.
   */
  arrivals?: 'even' | 'random';
}

/**
 * Begins `rate` things a second by the clock, whatever becomes of those before; resolves when the last has begun.
 * `begin` is given the moment at which it was due, as performance.now().
 */
export function openLoop(
  { rate, seconds, arrivals = 'even' }: OpenLoopOptions,
  begin: (number: number, dueAt: number) => void,
): Promise<void> {
  const total = Math.floor(rate * seconds);
  const startedAt = performance.now();
  const moments = arrivals === 'random' ? randomMoments(total, seconds * 1_000) : undefined;
  const dueAt = (number: number): number =>
    startedAt + (moments?.[number] ?? (number / rate) * 1_000);
  let next = 0;
  return new Promise((resolve) => {
    if (total === 0) return resolve();
    const ticking = setInterval(() => {
      const now = performance.now();
      for (; next < total && dueAt(next) <= now; next++) begin(next, dueAt(next));
      if (next < total) return;
      clearInterval(ticking);
      resolve();
    }, TICK_MS);
  });
}

function randomMoments(count: number, withinMs: number): Float64Array {
  return Float64Array.from({ length: count }, () => Math.random() * withinMs).toSorted();
}
