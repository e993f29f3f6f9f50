import { setTimeout as delay } from 'node:timers/promises';
import { readMetrics } from '../metrics.ts';

const POLL_MS = 250;
const LIMIT_MS = 300_000;

/** Waits until no event waits to be published or handled; undefined when that does not come. In milliseconds. */
export async function untilDrained(
  metricsUrls: readonly string[],
  say: (line: string) => void,
): Promise<number | undefined> {
  const startedAt = performance.now();
  for (;;) {
    const { lag, outbox, missing } = await readMetrics(metricsUrls);
    const passed = performance.now() - startedAt;
    if (lag === 0 && outbox === 0 && missing === 0) return passed;
    if (passed > LIMIT_MS) return undefined;
    say(`lag ${lag}, outbox ${outbox}`);
    await delay(POLL_MS);
  }
}
