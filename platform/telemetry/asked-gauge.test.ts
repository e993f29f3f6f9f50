import { askedGauge, type Reading } from './asked-gauge.ts';
import { createMetrics, gauge } from './metrics.ts';

/** Long enough for whoever answers, short for whoever never does. */
const PATIENCE_MS = 20;
const OPTIONS = { name: 'lag', help: 'h', labelNames: ['group'], patienceMs: PATIENCE_MS } as const;

const readingOf = (group: string, value: number): Reading<'group'>[] => [
  { labels: { group }, value },
];
const never = () => new Promise<Reading<'group'>[]>(() => undefined);

/** Its numbers and what is unknown, as they are read. */
function testMetrics() {
  const metrics = createMetrics();
  return {
    metrics,
    lag: askedGauge(metrics, OPTIONS),
    read: async (): Promise<string[]> => {
      const lines = (await metrics.metrics()).split('\n');
      return lines.filter((line) => /^(lag|other|metrics_unknown)\b/.test(line));
    },
  };
}

test('whoever does not answer, or fails, is left out, and the others are there', async () => {
  const { metrics, lag, read } = testMetrics();
  lag.ask('away', never);
  lag.ask('broken', () => Promise.reject(new Error('no broker')));
  lag.ask('confused', () => {
    throw new Error('no broker');
  });
  askedGauge(metrics, OPTIONS).ask('here', () => Promise.resolve(readingOf('here', 3)));
  gauge(metrics, { name: 'other', help: 'h' }).set(7);

  const expected = ['lag{group="here"} 3', 'metrics_unknown{metric="lag"} 3', 'other 7'];
  expect(await read()).toEqual(expected);
  expect(await read()).toEqual(expected);
});

test('the last number of whoever is away is not told as if it were one of now', async () => {
  const { lag, read } = testMetrics();
  const answers = [Promise.resolve(readingOf('a', 0)), never()];
  lag.ask('a', () => answers.shift() ?? Promise.resolve(readingOf('a', 500)));

  expect(await read()).toEqual(['lag{group="a"} 0']);
  expect(await read()).toEqual(['metrics_unknown{metric="lag"} 1']);
});

test('who hangs is asked once, and again when that has ended', async () => {
  const { lag, read } = testMetrics();
  const first = Promise.withResolvers<Reading<'group'>[]>();
  let asked = 0;
  lag.ask('a', () => (++asked === 1 ? first.promise : Promise.resolve(readingOf('a', asked))));

  const unknown = ['metrics_unknown{metric="lag"} 1'];
  expect(await Promise.all([read(), read()])).toEqual([unknown, unknown]);
  expect([await read(), asked]).toEqual([unknown, 1]);
  first.reject(new Error('no broker'));
  expect([await read(), asked]).toEqual([unknown, 1]);
  expect([await read(), asked]).toEqual([['lag{group="a"} 2'], 2]);
});

test('each registry has gauges of its own', async () => {
  const [one, other] = [testMetrics(), testMetrics()];
  one.lag.ask('a', () => Promise.resolve(readingOf('a', 1)));

  expect([await one.read(), await other.read()]).toEqual([['lag{group="a"} 1'], []]);
});
