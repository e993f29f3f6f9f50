import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';

/** What a driver has seen in about a second, and sends on. Histograms can be posted, and added up. */
export interface Tally {
  /** Of each step by name, in microseconds. */
  latency: Map<string, RecordableHistogram>;
  /** From the moment a journey was to begin to its last answer, in microseconds. */
  journey: RecordableHistogram;
  begun: number;
  ended: number;
  /** Last answers of journeys by name. */
  outcomes: Map<string, number>;
  /** Failures of single requests by kind; with retries a journey may have some and still end well. */
  failures: Map<string, number>;
  /** Ids of the orders that were answered. */
  orderIds: string[];
  requests: number;
  isLast: boolean;
}

/** An hour, in microseconds; three significant digits. */
const RANGE = { lowest: 1, highest: 3_600_000_000, figures: 3 };

export const createLatency = (): RecordableHistogram => createHistogram(RANGE);

export function createTally(): Tally {
  return {
    latency: new Map(),
    journey: createLatency(),
    begun: 0,
    ended: 0,
    outcomes: new Map(),
    failures: new Map(),
    orderIds: [],
    requests: 0,
    isLast: false,
  };
}

export function count(counts: Map<string, number>, name: string, by = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
}

export function recordMs(histogram: RecordableHistogram, ms: number): void {
  histogram.record(Math.min(Math.max(1, Math.round(ms * 1000)), RANGE.highest));
}

/** Adds the second tally to the first. */
export function addTally(sum: Tally, more: Tally): void {
  for (const [name, latency] of more.latency) {
    const known = sum.latency.get(name);
    if (known === undefined) sum.latency.set(name, addHistogram(createLatency(), latency));
    else addHistogram(known, latency);
  }
  addHistogram(sum.journey, more.journey);
  sum.begun += more.begun;
  sum.ended += more.ended;
  sum.requests += more.requests;
  for (const [name, times] of more.outcomes) count(sum.outcomes, name, times);
  for (const [name, times] of more.failures) count(sum.failures, name, times);
  for (const id of more.orderIds) sum.orderIds.push(id);
}

function addHistogram(sum: RecordableHistogram, more: RecordableHistogram): RecordableHistogram {
  // An empty one has no least value, and adding it would make one up.
  if (more.count > 0) sum.add(more);
  return sum;
}
