/** Nothing in here runs longer than this many times. */
export const MAX_RUNS = 10_000;

export interface Measured {
  name: string;
  /** Milliseconds, as they came. */
  times: readonly number[];
}

/** How long it takes, in milliseconds. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/**
 * Runs `work` so many times, `concurrency` at once. It gives the milliseconds that count, so that what it
 * needs beforehand is left out.
 */
export async function measure(
  runs: number,
  concurrency: number,
  work: (run: number, lane: number) => Promise<number>,
): Promise<number[]> {
  if (runs > MAX_RUNS) throw new RangeError(`${runs} runs are more than ${MAX_RUNS}`);
  const times: number[] = [];
  let next = 0;
  const fill = async (lane: number) => {
    while (next < runs) times.push(await work(next++, lane));
  };
  await Promise.all(Array.from({ length: concurrency }, (_, lane) => fill(lane)));
  return times;
}

/** The nearest-rank percentile: the least time that `percent` % of all do not exceed. */
export function percentile(times: readonly number[], percent: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  const rank = Math.max(Math.ceil((percent / 100) * sorted.length), 1);
  const time = sorted[rank - 1];
  if (time === undefined) throw new RangeError('there is no percentile of nothing');
  return time;
}

/** A Markdown table of the percentiles. */
export function describe(all: readonly Measured[]): string {
  const rows = all.map(({ name, times }) => {
    const [p50, p95, p99] = [50, 95, 99].map((percent) => percentile(times, percent).toFixed(1));
    return `| ${name} | ${times.length} | ${p50} | ${p95} | ${p99} |`;
  });
  return [
    '| what | runs | p50 ms | p95 ms | p99 ms |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
