/** How often the clock is looked at: the most that something begins too late, which counts as its latency. */
const TICK_MS = 4;

/**
 * Begins `rate` things a second by the clock, whatever becomes of those before; resolves when the last has begun.
 * `begin` is given the moment at which it was due, as performance.now().
 */
export function openLoop(
  { rate, seconds }: { rate: number; seconds: number },
  begin: (number: number, dueAt: number) => void,
): Promise<void> {
  const total = Math.floor(rate * seconds);
  const startedAt = performance.now();
  let next = 0;
  return new Promise((resolve) => {
    if (total === 0) return resolve();
    const ticking = setInterval(() => {
      const due = Math.min(total, Math.floor(((performance.now() - startedAt) / 1_000) * rate) + 1);
      for (; next < due; next++) begin(next, startedAt + (next / rate) * 1_000);
      if (next < total) return;
      clearInterval(ticking);
      resolve();
    }, TICK_MS);
  });
}
