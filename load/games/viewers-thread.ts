import { parentPort, workerData } from 'node:worker_threads';
import { createViewers, type Leads, type Sight } from './viewers.ts';

export interface ViewersData {
  url: string;
  leads: Leads;
}
export type ToViewers = { do: 'open'; count: number } | { do: 'look' } | { do: 'close' };
export type FromViewers = { opened: { failed: number } } | { seen: Sight };

// Viewers in a thread of their own: reading what ten thousand get does not delay the clock of who asks and plays.
const { url, leads } = workerData as ViewersData;
const viewers = createViewers(url, leads);

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const answer = (message: FromViewers) => parentPort?.postMessage(message);

async function handle(message: ToViewers): Promise<void> {
  if (message.do === 'open') answer({ opened: { failed: await viewers.open(message.count) } });
  else if (message.do === 'look') answer({ seen: viewers.look() });
  else {
    viewers.close();
    parentPort?.close();
  }
}

parentPort?.on('message', (message: ToViewers) => {
  handle(message).catch((error: unknown) => {
    // Ends this thread, which its starter hears of.
    setImmediate(() => {
      throw error;
    });
  });
});
