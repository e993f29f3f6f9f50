import type { Histogram, MetricValue } from 'prom-client';
import type { Metrics } from './metrics.ts';

/** A histogram for what happens many times a request: `observe` takes some 20 ns, the library's 200. */
export interface Timings {
  /** Of one value of the label; keep it. */
  of: (labelValue: string) => Timing;
}

export interface Timing {
  /** Milliseconds, or what is counted. */
  observe: (value: number) => void;
}

export interface TimingsOptions {
  /** In seconds, as its name says. */
  name: `${string}_seconds`;
  help: string;
  label: string;
  /** Upper bounds in seconds, growing. */
  buckets: readonly number[];
}

/** Of anything but durations: what is observed is in the unit of its buckets. */
export type AmountsOptions = Omit<TimingsOptions, 'name'> & { name: string };

interface Counts extends Timing {
  value: string;
  /** One for each bucket, and one for what is above the last. */
  counts: Float64Array;
  sum: number;
}

/** Values of a label that are told apart; later ones are one. */
const MAX_VALUES = 200;
const OTHER = 'other';
const MS_A_SECOND = 1_000;

export function createTimings(metrics: Metrics, options: TimingsOptions): Timings {
  return createCounts(metrics, options, MS_A_SECOND);
}

export function createAmounts(metrics: Metrics, options: AmountsOptions): Timings {
  return createCounts(metrics, options, 1);
}

function createCounts(metrics: Metrics, options: AmountsOptions, unit: number): Timings {
  const { name, help, label, buckets } = options;
  const bounds = buckets.map((bound) => bound * unit);
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
      const created = countsOf(value, bounds);
      all.set(value, created);
      return created;
    },
  };

  function valuesOf({ value, counts, sum }: Counts): MetricValue<string>[] {
    const labels = { [label]: value };
    let total = 0;
    const inBuckets = Array.from(counts, (count, place) => {
      total += count;
      const le = buckets[place] ?? '+Inf';
      return { metricName: `${name}_bucket`, labels: { ...labels, le }, value: total };
    });
    return [
      ...inBuckets,
      { metricName: `${name}_sum`, labels, value: sum / unit },
      { metricName: `${name}_count`, labels, value: total },
    ] as MetricValue<string>[];
  }
}

function countsOf(value: string, bounds: readonly number[]): Counts {
  const counts = new Float64Array(bounds.length + 1);
  const created: Counts = {
    value,
    counts,
    sum: 0,
    observe(observed) {
      let place = 0;
      while (place < bounds.length && observed > (bounds[place] as number)) place += 1;
      counts[place] = (counts[place] as number) + 1;
      created.sum += observed;
    },
  };
  return created;
}
