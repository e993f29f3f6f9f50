import { createMetrics, histogram } from './metrics.ts';
import { createAmounts, createTimings } from './timings.ts';

const buckets = [0.002, 0.01, 0.5];

// The library writes the last bound before the label.
const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/\{le="([^"]+)",part="(.)"\}/, '{part="$2",le="$1"}'));

test("reads as the library's histogram does", async () => {
  const [ours, theirs] = [createMetrics(), createMetrics()];
  const options = { name: 'a_seconds', help: 'a', buckets } as const;
  const timings = createTimings(ours, { ...options, label: 'part' });
  const library = histogram(theirs, { ...options, labelNames: ['part'] });
  for (const [part, ms] of [
    ['x', 1],
    ['x', 2],
    ['x', 2.001],
    ['x', 700],
    ['y', 10],
  ] as const) {
    timings.of(part).observe(ms);
    library.observe({ part }, ms / 1000);
  }
  expect(lines(await ours.getSingleMetricAsString('a_seconds')).toSorted()).toEqual(
    lines(await theirs.getSingleMetricAsString('a_seconds')).toSorted(),
  );
});

test('a label with values without end keeps those that came first', async () => {
  const metrics = createMetrics();
  const timings = createTimings(metrics, { name: 'a_seconds', help: 'a', label: 'part', buckets });
  for (let value = 0; value < 1_000; value += 1) timings.of(String(value)).observe(1);
  const text = await metrics.getSingleMetricAsString('a_seconds');
  expect(text.match(/_count/g)).toHaveLength(201);
  expect(text).toContain('a_seconds_count{part="other"} 800');
});

test('amounts are in the unit of their buckets', async () => {
  const metrics = createMetrics();
  const amounts = createAmounts(metrics, {
    name: 'cost',
    help: 'a',
    label: 'kind',
    buckets: [1, 10],
  });
  amounts.of('actual').observe(7);
  const text = await metrics.getSingleMetricAsString('cost');
  expect(text).toContain('cost_bucket{kind="actual",le="1"} 0');
  expect(text).toContain('cost_bucket{kind="actual",le="10"} 1');
  expect(text).toContain('cost_sum{kind="actual"} 7');
});
