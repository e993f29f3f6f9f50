import type { Histogram, MetricValue } from 'prom-client';
import type { Metrics } from './metrics.ts';

/** A histogram of durations for what happens many times a request: `observe` takes some 20 ns, the library's 200. */
export interface Timings {
  /** Of one value of the label; keep it. */
  of: (labelValue: string) => Timing;
}

export interface Timing {
  /** Milliseconds. */
  observe: (ms: number) => void;
}

export interface TimingsOptions {
  /** In seconds, as its name says. */
  name: `${string}_seconds`;
  help: string;
  label: string;
  /** Upper bounds in seconds, growing. */
  buckets: readonly number[];
}

interface Counts extends Timing {
  value: string;
  /** One for each bucket, and one for what is above the last. */
  counts: Float64Array;
  sumMs: number;
}

/** Values of a label that are told apart; later ones are one. */
const MAX_VALUES = 200;
const OTHER = 'other';

export function createTimings(metrics: Metrics, options: TimingsOptions): Timings {
  const { name, help, label, buckets } = options;
  const boundsMs = buckets.map((bound) => bound * 1000);
  const all = new Map<string, Counts>();
  const metric = {
    name,
    help,
    type: 'histogram',
    aggregator: 'sum',
    get: () =>
      Promise.resolve({
        name,
        help,
        type: 'histogram',
        aggregator: 'sum',
        values: Array.from(all.values()).flatMap(valuesOf),
      }),
    reset: () => all.clear(),
  };
  // All that a registry asks of a metric.
  metrics.registerMetric(metric as unknown as Histogram);

  return {
    of(value) {
      const known = all.get(value);
      if (known !== undefined) return known;
      if (all.size >= MAX_VALUES && value !== OTHER) return this.of(OTHER);
      const created = createCounts(value, boundsMs);
      all.set(value, created);
      return created;
    },
  };

  function valuesOf({ value, counts, sumMs }: Counts): MetricValue<string>[] {
    const labels = { [label]: value };
    let total = 0;
    const inBuckets = Array.from(counts, (count, place) => {
      total += count;
      const le = buckets[place] ?? '+Inf';
      return { metricName: `${name}_bucket`, labels: { ...labels, le }, value: total };
    });
    return [
      ...inBuckets,
      { metricName: `${name}_sum`, labels, value: sumMs / 1000 },
      { metricName: `${name}_count`, labels, value: total },
    ] as MetricValue<string>[];
  }
}

function createCounts(value: string, boundsMs: readonly number[]): Counts {
  const counts = new Float64Array(boundsMs.length + 1);
  const created: Counts = {
    value,
    counts,
    sumMs: 0,
    observe(ms) {
      let place = 0;
      while (place < boundsMs.length && ms > (boundsMs[place] as number)) place += 1;
      counts[place] = (counts[place] as number) + 1;
      created.sumMs += ms;
    },
  };
  return created;
}
