/** What the metrics of all processes say together. */
export interface MetricsSample {
  /** Events published and not yet handled, of the group that is furthest behind. */
  lag: number;
  /** Events committed and not yet published. */
  outbox: number;
  /** Orders that came to a status since the processes began. */
  orders: Readonly<Record<string, number>>;
  /** Processor time of all processes, in seconds. */
  cpuSeconds: number;
  /** What all processes hold in memory, in bytes. */
  residentBytes: number;
  /** Processes that did not answer. */
  missing: number;
}

const ANSWER_MS = 3_000;
const LINE =
  /^(bus_consumer_lag|outbox_pending|orders_total|process_cpu_seconds_total|process_resident_memory_bytes)(?:\{(.*)\})? (\S+)/gm;

export async function readMetrics(urls: readonly string[]): Promise<MetricsSample> {
  const texts = await Promise.all(urls.map(readText));
  return sumMetrics(texts);
}

/** An undefined text is a process that did not answer. */
export function sumMetrics(texts: readonly (string | undefined)[]): MetricsSample {
  const lags = new Map<string, number>();
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
      } else lags.set(label('group'), (lags.get(label('group')) ?? 0) + number);
    }
  }
  return {
    lag: Math.max(0, ...lags.values()),
    outbox,
    orders,
    cpuSeconds,
    residentBytes,
    missing: texts.filter((text) => text === undefined).length,
  };
}

async function readText(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS) });
    return response.ok ? await response.text() : undefined;
  } catch {
    return undefined;
  }
}
