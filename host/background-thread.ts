import { Worker } from 'node:worker_threads';
import type { MetricValues } from '../platform/telemetry/metrics.ts';
import type { BackgroundData, FromBackground, ToBackground } from './background-messages.ts';

export interface BackgroundThread {
  /** Resolves when it works; rejects when it cannot. */
  ready: Promise<void>;
  /** Rejects when it does not answer soon. */
  readMetrics: () => Promise<MetricValues>;
  /** Resolves when what it is at is done, and its servers' connections are closed. */
  stop: () => Promise<void>;
}

/** As much as objects that die young may fill in the thread that answers requests, too: see NODE_FLAGS. */
const YOUNG_GENERATION_MB = 384;
const METRICS_MS = 2_000;
const STOP_MS = 15_000;

/** Starts the thread of relays, consumers and jobs. What ends it before it is stopped is told to `onCrash`. */
export function startBackgroundThread(
  data: BackgroundData,
  onCrash: (error: Error) => void,
): BackgroundThread {
  const worker = new Worker(new URL('background.ts', import.meta.url), {
    workerData: data,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
  const ready = Promise.withResolvers<void>();
  const stopped = Promise.withResolvers<void>();
  const readers = new Map<number, (values: MetricValues) => void>();
  let reads = 0;
  let isStopping = false;
  let isOver = false;

  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  const send = (message: ToBackground) => worker.postMessage(message);
  const isWorking = ready.promise.then(
    () => true,
    () => false,
  );

  function crashed(error: Error): void {
    if (isOver) return;
    isOver = true;
    ready.reject(error);
    stopped.resolve();
    if (!isStopping) onCrash(error);
  }

  worker.on('error', (error) => {
    crashed(error instanceof Error ? error : new Error(String(error)));
  });
  worker.on('exit', () => crashed(new Error('the background thread has ended')));
  worker.on('message', (message: FromBackground) => {
    if (message.kind === 'ready') ready.resolve();
    else if (message.kind === 'stopped') stopped.resolve();
    else readers.get(message.id)?.(message.values);
  });

  return {
    ready: ready.promise,

    async readMetrics() {
      const id = (reads += 1);
      try {
        return await new Promise<MetricValues>((resolve, reject) => {
          readers.set(id, resolve);
          setTimeout(() => reject(new Error('no metrics from the background')), METRICS_MS).unref();
          send({ kind: 'read-metrics', id });
        });
      } finally {
        readers.delete(id);
      }
    },

    async stop() {
      isStopping = true;
      // What has only begun to start cannot be stopped in order.
      if (!isOver && (await isWorking)) {
        send({ kind: 'stop' });
        const impatience = setTimeout(() => stopped.resolve(), STOP_MS);
        await stopped.promise;
        clearTimeout(impatience);
      }
      await worker.terminate();
    },
  };
}
