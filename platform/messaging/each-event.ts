import type { Envelope } from '../bus/bus.ts';

/**
 * A batch handler from one for single events: events of different keys run at the same time, those of one key
 * one after the other. After a failure the rest of that key is left for later, and the batch fails.
 */
export function eachEvent(
  handler: (event: Envelope) => Promise<void>,
  { concurrency }: { concurrency: number },
): (events: readonly Envelope[]) => Promise<void> {
  return async (events) => {
    const queue = [...Map.groupBy(events, ({ key }) => key).values()].values();
    const failures: unknown[] = [];

    async function work(): Promise<void> {
      // All workers draw from one iterator.
      for (const sameKey of queue) {
        try {
          for (const event of sameKey) await handler(event);
        } catch (error) {
          failures.push(error);
        }
      }
    }

    await Promise.all(Array.from({ length: concurrency }, work));
    if (failures.length > 0) throw failures[0];
  };
}
