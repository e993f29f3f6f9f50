import {
  AggregatorRegistry,
  collectDefaultMetrics,
  Counter,
  Gauge,
  Histogram,
  Registry,
  type MetricObjectWithValues,
  type MetricValue,
} from 'prom-client';

export type Metrics = Registry;

/** A registry of its own for a process, so that two in one test do not collide. A prefix tells a thread from its process. */
export function createMetrics(prefix = ''): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix });
  return registry;
}

/** What a registry holds, as it travels from one thread to another. */
export type MetricValues = MetricObjectWithValues<MetricValue<string>>[];

export const readValues = (metrics: Metrics): Promise<MetricValues> => metrics.getMetricsAsJSON();

const others = new WeakMap<Metrics, (() => Promise<MetricValues>)[]>();

/** From now on the text of a registry has what another one holds, too; of gauges that both have, the greater value. */
export function addMetrics(metrics: Metrics, read: () => Promise<MetricValues>): void {
  others.set(metrics, [...(others.get(metrics) ?? []), read]);
}

/** In the text format of Prometheus. What cannot be read elsewhere is left out. */
export async function writeMetrics(metrics: Metrics): Promise<string> {
  const reads = others.get(metrics) ?? [];
  if (reads.length === 0) return metrics.metrics();
  const all = await Promise.all([
    readValues(metrics),
    ...reads.map((read) => read().catch((): MetricValues => [])),
  ]);
  return AggregatorRegistry.aggregate(all).metrics();
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
  return new Gauge({
    ...options,
    labelNames: options.labelNames ?? [],
    registers: [metrics],
    aggregator: 'max',
  });
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
