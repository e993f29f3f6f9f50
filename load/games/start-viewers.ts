import { Worker } from 'node:worker_threads';
import type { Seen } from './sight.ts';
import type { FromViewers, ToViewers, ViewersData } from './viewers-thread.ts';

/** Viewers in a thread of their own, which ends with them. Calls reject when it has failed. */
export interface StartedViewers extends AsyncDisposable {
  /** How many could not be opened. */
  open: () => Promise<number>;
  look: () => Promise<Seen>;
}

export function startViewers(data: ViewersData): StartedViewers {
  const thread = new Worker(new URL('viewers-thread.ts', import.meta.url), { workerData: data });
  const ended = Promise.withResolvers<never>();
  const waiting: ((message: FromViewers) => void)[] = [];
  thread.once('error', ended.reject);
  thread.once('exit', () => ended.reject(new Error('the thread of viewers has ended')));
  ended.promise.catch(() => undefined);
  // It answers in order.
  thread.on('message', (message: FromViewers) => waiting.shift()?.(message));

  function ask(message: ToViewers): Promise<FromViewers> {
    const answered = new Promise<FromViewers>((resolve) => waiting.push(resolve));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    thread.postMessage(message);
    return Promise.race([answered, ended.promise]);
  }

  return {
    async open() {
      const answer = await ask('open');
      if (!('opened' in answer)) throw new Error('expected that viewers were opened');
      return answer.opened.failed;
    },
    async look() {
      const answer = await ask('look');
      if (!('seen' in answer)) throw new Error('expected what viewers have seen');
      return answer.seen;
    },
    [Symbol.asyncDispose]: async () => void (await thread.terminate()),
  };
}
