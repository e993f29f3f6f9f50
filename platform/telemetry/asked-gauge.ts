import type { LabelValues } from 'prom-client';
import { withinTime } from '../resilience/within-time.ts';
import { gauge, type Metrics } from './metrics.ts';

/** Stores and brokers answer in a few milliseconds, or are away: whoever reads the metrics waits no longer. */
const PATIENCE_MS = 1_000;

export interface Reading<Label extends string> {
  labels: LabelValues<Label>;
  value: number;
}
type Read<Label extends string> = () => Promise<readonly Reading<Label>[]>;
type Answer<Label extends string> = readonly Reading<Label>[] | undefined;

export interface AskedGaugeOptions<Label extends string> {
  name: string;
  help: string;
  labelNames: readonly Label[];
  patienceMs?: number;
}

export interface AskedGauge<Label extends string> {
  /** Whoever is asked for a part of the readings; another one of the same name takes its place. */
  ask: (source: string, read: Read<Label>) => void;
}

/** The gauges of a registry, by name. */
const asked = new WeakMap<Metrics, Map<string, Sources<string>>>();

/**
 * A gauge whose numbers a store or a broker knows: it is asked when somebody reads the metrics, and at most once at a
 * time. What does not answer soon enough is left out, as an old number would look like one of now, and counted in
 * `metrics_unknown{metric}`. Parts of one process that ask for the same name share it.
 */
export function askedGauge<Label extends string>(
  metrics: Metrics,
  { name, help, labelNames, patienceMs = PATIENCE_MS }: AskedGaugeOptions<Label>,
): AskedGauge<Label> {
  const gauges = asked.get(metrics) ?? new Map<string, Sources<string>>();
  asked.set(metrics, gauges);
  const sources = (gauges.get(name) ?? createSources(patienceMs)) as Sources<Label>;
  gauges.set(name, sources);

  gauge(metrics, {
    name,
    help,
    labelNames,
    async collect() {
      const answers = await sources.answers();
      this.reset();
      for (const { labels, value } of answers.flatMap((answer) => answer ?? [])) {
        this.set(labels, value);
      }
    },
  });
  gauge(metrics, {
    name: 'metrics_unknown',
    help: 'parts of a metric that are left out, for a store or a broker does not answer',
    labelNames: ['metric'],
    async collect() {
      const unknown = await Promise.all(
        Array.from(gauges, async ([metric, { answers }]) => {
          const missing = (await answers()).filter((answer) => answer === undefined).length;
          return [metric, missing] as const;
        }),
      );
      this.reset();
      for (const [metric, missing] of unknown) if (missing > 0) this.set({ metric }, missing);
    },
  });
  return sources;
}

interface Sources<Label extends string> extends AskedGauge<Label> {
  answers: () => Promise<Answer<Label>[]>;
}

function createSources<Label extends string>(patienceMs: number): Sources<Label> {
  const sources = new Map<string, () => Promise<Answer<Label>>>();
  return {
    ask: (source, read) => void sources.set(source, createAsking(read, patienceMs)),
    answers: () => Promise.all(Array.from(sources.values(), (ask) => ask())),
  };
}

/** All who ask before an answer is there get the same one, so that a broker that hangs is asked once. */
function createAsking<Label extends string>(read: Read<Label>, patienceMs: number) {
  let reading: Promise<Answer<Label>> | undefined;
  let answer: Promise<Answer<Label>> | undefined;

  function readOnce(): Promise<Answer<Label>> {
    return (
      Promise.resolve()
        .then(read)
        // Why it is away is for its own log to say.
        .catch(() => undefined)
        .finally(() => (reading = undefined))
    );
  }
  async function answerSoon(): Promise<Answer<Label>> {
    try {
      return await withinTime((reading ??= readOnce()), patienceMs, undefined);
    } finally {
      answer = undefined;
    }
  }
  return () => (answer ??= answerSoon());
}
