import { createPace } from '../resilience/pace.ts';

/** Most events in one call. What waits beyond that comes with the next one. */
const MAX_EVENTS = 1_000;
/** Between the beginnings of two calls, where nothing else is said: events of several topics that belong together come together. */
const PACE_MS = 10;
/** A group of so many costs as little each as a larger one: what comes behind it need not wait to be more. */
const LARGE = 200;
/** Nobody who asks waits for it; who follows an order would notice more. */
const MOST_REST_MS = 50;

export interface GatherOptions {
  /** Between the beginnings of two calls, at least, unless more waits already: here, or behind a batch that is full. */
  everyMs?: number | undefined;
  /** Items of a batch that is full. */
  batchSize?: number;
}

interface Waiting<Item> {
  items: readonly Item[];
  resolve: (error: unknown) => void;
}

/**
 * Puts the batches that wait at one moment, each of another partition, into one call: one transaction in place of
 * twelve. While a call is under way the next batches gather, so the call is the larger the more there is to do. The
 * queue is bounded by the partitions: each has one batch under way.
 *
 * Resolves to undefined, or to what the call failed with: then none of its batches had an effect, and each has to be
 * tried alone.
 */
export function gatherBatches<Item>(
  work: (items: readonly Item[]) => Promise<unknown>,
  { everyMs, batchSize = Infinity }: GatherOptions = {},
): (items: readonly Item[]) => Promise<unknown> {
  const waiting: Waiting<Item>[] = [];
  const pace = createPace({ everyMs: everyMs ?? PACE_MS, mostRestMs: MOST_REST_MS });
  let isRunning = false;

  async function run(): Promise<void> {
    // Partitions that were read in the same round trip arrive in the same turn.
    await new Promise((turn) => setImmediate(turn));
    while (waiting.length > 0) {
      await pace.begin();
      const batches = takeBatches(waiting);
      const isBehind =
        waiting.length > 0 || batches.some((batch) => batch.items.length >= batchSize);
      const items = batches.flatMap((batch) => batch.items);
      const failure = await work(items);
      // Those of a plain pace rest all the same: what gathers meanwhile costs less each.
      if (everyMs !== undefined && isBehind) pace.hurry();
      else if (items.length < LARGE) pace.ended();
      for (const { resolve } of batches) resolve(failure);
      await new Promise((turn) => setImmediate(turn));
    }
    isRunning = false;
  }

  return (items) =>
    new Promise((resolve) => {
      waiting.push({ items, resolve });
      if (isRunning) return;
      isRunning = true;
      void run();
    });
}

/** At least one batch, and as many more as fit. */
function takeBatches<Item>(waiting: Waiting<Item>[]): Waiting<Item>[] {
  let events = 0;
  let count = 0;
  for (const { items } of waiting) {
    events += items.length;
    if (count > 0 && events > MAX_EVENTS) break;
    count += 1;
  }
  return waiting.splice(0, count);
}
