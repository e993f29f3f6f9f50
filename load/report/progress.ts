import type { Tally } from '../driver/tally.ts';
import type { MetricsSample } from '../metrics.ts';
import type { Timeline } from './timeline.ts';

/** One line about the last whole second. */
export function progressLine(timeline: Timeline, total: Tally, sample: MetricsSample): string {
  const last = timeline.seconds().at(-1);
  const failures = Array.from(total.failures.values()).reduce((sum, times) => sum + times, 0);
  return [
    `${timeline.passed().toFixed(0)} s`,
    `${last?.ended ?? 0}/s of ${last?.begun ?? 0}/s`,
    `p50 ${ms(last?.p50)} p95 ${ms(last?.p95)} ms`,
    `under way ${total.begun - total.ended}`,
    `failed requests ${failures}`,
    sample.lag === 0 ? 'lag 0' : `lag ${sample.lag} (${sample.lagOf})`,
    `outbox ${sample.outbox}`,
    ...(sample.missing > 0 ? [`${sample.missing} without metrics`] : []),
    ...timeline.notes.slice(-1).map(({ text }) => text),
  ].join(' · ');
}

const ms = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(0));
