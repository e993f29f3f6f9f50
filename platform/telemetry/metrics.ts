import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = Registry;

/** A registry of its own for a process, so that two in one test do not collide. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

interface MetricOptions<Label extends string> {
  name: string;
  help: string;
  labelNames?: readonly Label[];
}

/** A counter of this registry; parts of one process that ask for the same name share it. `collect` runs when somebody reads the metrics. */
export function counter<Label extends string>(
  metrics: Metrics,
  options: MetricOptions<Label> & { collect?: (this: Counter<Label>) => void },
): Counter<Label> {
  const known = metrics.getSingleMetric(options.name);
  if (known instanceof Counter) return known;
  return new Counter({ ...options, labelNames: options.labelNames ?? [], registers: [metrics] });
}

/** A gauge of this registry; `collect` runs when somebody reads the metrics. */
export function gauge<Label extends string>(
  metrics: Metrics,
  options: MetricOptions<Label> & { collect?: (this: Gauge<Label>) => void | Promise<void> },
): Gauge<Label> {
  const known = metrics.getSingleMetric(options.name);
  if (known instanceof Gauge) return known;
  return new Gauge({ ...options, labelNames: options.labelNames ?? [], registers: [metrics] });
}

/** A histogram of this registry, in seconds unless the name says otherwise. */
export function histogram<Label extends string>(
  metrics: Metrics,
  options: MetricOptions<Label> & { buckets: readonly number[] },
): Histogram<Label> {
  const known = metrics.getSingleMetric(options.name);
  if (known instanceof Histogram) return known;
  return new Histogram({
    ...options,
    buckets: [...options.buckets],
    labelNames: options.labelNames ?? [],
    registers: [metrics],
  });
}
