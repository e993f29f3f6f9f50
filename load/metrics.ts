/** What the metrics of all processes say together. */
export interface MetricsSample {
  /** Events published and not yet handled, of the group that is furthest behind. */
  lag: number;
  /** That group; empty where nobody is behind. */
  lagOf: string;
  /** Events committed and not yet published. */
  outbox: number;
  /** Orders that came to a status since the processes began. */
  orders: Readonly<Record<string, number>>;
  /** Processor time of all processes, in seconds. */
  cpuSeconds: number;
  /** What all processes hold in memory, in bytes. */
  residentBytes: number;
  /** Processes that did not answer, or whose lag or outbox is not known at the moment. */
  missing: number;
}

const ANSWER_MS = 3_000;
const LINE =
  /^(bus_consumer_lag|outbox_pending|orders_total|process_cpu_seconds_total|process_resident_memory_bytes)(?:\{(.*)\})? (\S+)/gm;
/** Of a process whose broker or database does not answer: these numbers are left out. */
const UNKNOWN = /^metrics_unknown\{metric="(?:bus_consumer_lag|outbox_pending)"\}/m;

export async function readMetrics(urls: readonly string[]): Promise<MetricsSample> {
  const texts = await Promise.all(urls.map(readText));
  return sumMetrics(texts);
}

/** An undefined text is a process that did not answer. */
export function sumMetrics(texts: readonly (string | undefined)[]): MetricsSample {
  const lags = new Map<string, Map<string, number>>();
  const orders: Record<string, number> = {};
  let outbox = 0;
  let cpuSeconds = 0;
  let residentBytes = 0;
  for (const text of texts) {
    for (const [, name, labels = '', value] of text?.matchAll(LINE) ?? []) {
      const number = Number(value);
      const label = (key: string) => new RegExp(`${key}="([^"]*)"`).exec(labels)?.[1] ?? '';
      if (name === 'outbox_pending') outbox += number;
      else if (name === 'process_cpu_seconds_total') cpuSeconds += number;
      else if (name === 'process_resident_memory_bytes') residentBytes += number;
      else if (name === 'orders_total') {
        orders[label('status')] = (orders[label('status')] ?? 0) + number;
      } else {
        // Replicas tell of the same group, each at a moment of its own.
        const topics = lags.get(label('group')) ?? new Map<string, number>();
        lags.set(label('group'), topics);
        topics.set(label('topic'), Math.max(topics.get(label('topic')) ?? 0, number));
      }
    }
  }
  const [lagOf, lag] = furthestBehind(lags);
  return {
    lag,
    lagOf,
    outbox,
    orders,
    cpuSeconds,
    residentBytes,
    missing: texts.filter((text) => text === undefined || UNKNOWN.test(text)).length,
  };
}

function furthestBehind(
  groups: ReadonlyMap<string, ReadonlyMap<string, number>>,
): [string, number] {
  let furthest: [string, number] = ['', 0];
  for (const [group, topics] of groups) {
    const lag = topics.values().reduce((sum, events) => sum + events, 0);
    if (lag > furthest[1]) furthest = [group, lag];
  }
  return furthest;
}

async function readText(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS) });
    return response.ok ? await response.text() : undefined;
  } catch {
    return undefined;
  }
}
