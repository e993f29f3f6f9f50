import { createBoundedQueue } from '#platform/live/bounded-queue.ts';

/** The newest is all that anybody wants. */
const MAX_QUEUED = 1;

/** What is read now and then again and again; a reading that fails is left out, and none overlaps the next. */
export function everyMs<Value>(
  gapMs: number,
  read: () => Promise<Value>,
  signal?: AbortSignal,
): AsyncIterableIterator<Value> {
  let timer: NodeJS.Timeout | undefined;
  let isEnded = false;
  const queue = createBoundedQueue<Value>(MAX_QUEUED, () => {
    isEnded = true;
    clearTimeout(timer);
  });

  async function tick(): Promise<void> {
    try {
      queue.push(await read());
    } catch {
      // The next one tells.
    }
    if (!isEnded) timer = setTimeout(() => void tick(), gapMs);
  }

  if (signal?.aborted === true) queue.end();
  else {
    signal?.addEventListener('abort', () => queue.end(), { once: true });
    void tick();
  }
  return queue;
}
