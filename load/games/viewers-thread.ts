import { parentPort, workerData } from 'node:worker_threads';
import type { Leads, Seen } from './sight.ts';
import { createViewers } from './viewers.ts';

export interface ViewersData {
  url: string;
  count: number;
  leads: Leads;
}
export type ToViewers = 'open' | 'look';
export type FromViewers = { opened: { failed: number } } | { seen: Seen };

// Viewers in a thread of their own: reading what ten thousand get does not delay the clock of who asks and plays.
const { url, count, leads } = workerData as ViewersData;
const viewers = createViewers(url, count, leads);

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const answer = (message: FromViewers) => parentPort?.postMessage(message);

async function obey(message: ToViewers): Promise<void> {
  if (message === 'open') answer({ opened: { failed: await viewers.open() } });
  else answer({ seen: viewers.look() });
}

parentPort?.on('message', (message: ToViewers) => {
  obey(message).catch((error: unknown) => {
    // Ends this thread, which its starter hears of.
    setImmediate(() => {
      throw error;
    });
  });
});
