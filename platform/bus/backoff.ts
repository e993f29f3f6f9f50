import { setTimeout as delay } from 'node:timers/promises';
import { ExponentialBackoff } from 'cockatiel';

export interface BackoffOptions {
  /** About the first wait; each further one is about twice as long, with jitter. */
  firstMs: number;
  maxMs: number;
}

export interface Backoff {
  /** Waits longer each time; resolves at once when the signal aborts. */
  wait(signal: AbortSignal): Promise<void>;
  /** Starts over after a success. */
  reset(): void;
}

export function createBackoff({ firstMs, maxMs }: BackoffOptions): Backoff {
  const start = () => new ExponentialBackoff({ initialDelay: firstMs, maxDelay: maxMs }).next();
  let step = start();

  return {
    async wait(signal) {
      const ms = step.duration;
      step = step.next(undefined);
      await sleep(ms, signal);
    },
    reset() {
      step = start();
    },
  };
}

/** Resolves after the time or when the signal aborts, whichever is first; never rejects. */
export async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await delay(ms, undefined, { signal }).catch(() => undefined);
}
