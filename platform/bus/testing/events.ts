import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { BusMessage, Delivery, Envelope } from '../bus.ts';

/** `count` events spread over keys k0, k1...; `data.n` counts up, over all keys. */
export function events(topic: string, count: number, { keys = 1, first = 0 } = {}): BusMessage[] {
  return Array.from({ length: count }, (_, i) => ({
    topic,
    envelope: {
      id: randomUUID(),
      type: 'thing.happened',
      key: `k${(first + i) % keys}`,
      time: new Date().toISOString(),
      data: { n: first + i },
    },
  }));
}

export const numberOf = (envelope: Envelope): number => (envelope.data as { n: number }).n;

/** What a handler has seen, in the order it saw it. */
export function createRecorder() {
  const seen: Envelope[] = [];
  const batches: number[] = [];

  return {
    seen,
    batches,
    handle: (batch: readonly Delivery[]): Promise<void> => {
      batches.push(batch.length);
      seen.push(...batch.map(({ envelope }) => envelope));
      return Promise.resolve();
    },
    numbers: () => new Set(seen.map(numberOf)),
    /** The numbers of each key, in the order of first sight. */
    byKey: () =>
      Object.fromEntries(
        Object.entries(Object.groupBy(seen, ({ key }) => key)).map(([key, own = []]) => [
          key,
          [...new Set(own.map(numberOf))],
        ]),
      ),
  };
}

const POLL_MS = 5;

/** Waits until a claim holds, and says which one did not. */
export async function until(
  claim: () => boolean | Promise<boolean>,
  timeoutMs = 15_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await claim())) {
    if (Date.now() > deadline)
      throw new Error(`Not true after ${timeoutMs} ms: ${claim.toString()}`);
    await delay(POLL_MS);
  }
}

export function range(count: number, first = 0): number[] {
  return Array.from({ length: count }, (_, i) => first + i);
}

/** Each key's numbers as they were published. */
export function publishedByKey(messages: readonly BusMessage[]): Record<string, number[]> {
  const byKey: Record<string, number[]> = {};
  for (const { envelope } of messages) (byKey[envelope.key] ??= []).push(numberOf(envelope));
  return byKey;
}
