import { parentPort, workerData } from 'node:worker_threads';
import { drive } from './drive.ts';
import type { DrivePlan } from './plan.ts';

// One driver in a thread of its own: what its answers cost does not delay the clock of another.
const stopping = new AbortController();
parentPort?.once('message', () => stopping.abort());
await drive(
  workerData as DrivePlan,
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  (tally) => parentPort?.postMessage(tally),
  stopping.signal,
);
parentPort?.close();
