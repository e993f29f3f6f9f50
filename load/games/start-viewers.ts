import { Worker } from 'node:worker_threads';
import type { Sight } from './viewers.ts';
import type { FromViewers, ToViewers, ViewersData } from './viewers-thread.ts';

/** Viewers in a thread of their own. Each call rejects when the thread has failed. */
export interface StartedViewers {
  /** How many could not be opened. */
  open: (count: number) => Promise<number>;
  look: () => Promise<Sight>;
  close: () => Promise<void>;
}

export function startViewers(data: ViewersData): StartedViewers {
  const thread = new Worker(new URL('viewers-thread.ts', import.meta.url), { workerData: data });
  const ended = Promise.withResolvers<never>();
  const waiting: ((message: FromViewers) => void)[] = [];
  const exit = new Promise<void>((resolve) => thread.once('exit', () => resolve()));
  thread.once('error', ended.reject);
  thread.once('exit', () => ended.reject(new Error('the thread of viewers has ended')));
  ended.promise.catch(() => undefined);
  // It answers in order.
  thread.on('message', (message: FromViewers) => waiting.shift()?.(message));

  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  const send = (message: ToViewers) => thread.postMessage(message);
  function ask(message: ToViewers): Promise<FromViewers> {
    const answered = new Promise<FromViewers>((resolve) => waiting.push(resolve));
    send(message);
    return Promise.race([answered, ended.promise]);
  }

  return {
    async open(count) {
      const answer = await ask({ do: 'open', count });
      if (!('opened' in answer)) throw new Error('expected that viewers were opened');
      return answer.opened.failed;
    },
    async look() {
      const answer = await ask({ do: 'look' });
      if (!('seen' in answer)) throw new Error('expected what viewers have seen');
      return answer.seen;
    },
    async close() {
      send({ do: 'close' });
      await exit;
    },
  };
}
