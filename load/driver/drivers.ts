import { Worker } from 'node:worker_threads';
import type { DrivePlan } from './plan.ts';
import { addTally, createTally, type Tally } from './tally.ts';

export interface Driving {
  /** Everything so far. */
  total: Tally;
  /** Resolves when every journey has ended. */
  done: Promise<void>;
  /** No new journeys begin. */
  stop: () => void;
  /** Ends at once, whatever is under way. */
  abandon: () => Promise<void>;
}

/** Runs the plan in that many threads; `onTally` is told what each has seen, about once a second. */
export function startDrivers(
  plan: Omit<DrivePlan, 'driver'>,
  onTally: (tally: Tally) => void,
): Driving {
  const total = createTally();
  const threads = Array.from({ length: plan.drivers }, (_, driver) => {
    return new Worker(new URL('thread.ts', import.meta.url), { workerData: { ...plan, driver } });
  });
  const done = Promise.all(
    threads.map(
      (thread) =>
        new Promise<void>((resolve, reject) => {
          let hasEnded = false;
          thread.on('message', (tally: Tally) => {
            addTally(total, tally);
            hasEnded ||= tally.isLast;
            onTally(tally);
          });
          thread.once('error', reject);
          thread.once('exit', () => {
            if (hasEnded) resolve();
            else reject(new Error('a driver ended before its journeys'));
          });
        }),
    ),
  );
  return {
    total,
    done: done.then(() => undefined),
    stop: () => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      for (const thread of threads) thread.postMessage('stop');
    },
    abandon: async () => {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}
