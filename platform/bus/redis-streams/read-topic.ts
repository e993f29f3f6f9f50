import type { Redis } from 'ioredis';
import { readPartitions } from './scripts.ts';
import type { ReadAnswer, ReadRequest } from './scripts.ts';

/** Undefined when the member no longer holds the partition. */
export type ReadTopic = (request: ReadRequest) => Promise<ReadAnswer | undefined>;

/** Most reads of one call, which keeps other clients of Redis waiting. */
const MAX_READS = 48;

interface Waiting {
  request: ReadRequest;
  resolve: (answer: ReadAnswer | undefined) => void;
  reject: (error: unknown) => void;
}

/**
 * Reads of all groups and partitions of one topic, those of one moment in one call: twelve partitions and five groups
 * are woken by the same events, and a call costs both ends the same whether it reads one partition or all of them.
 * While a call is under way the next reads gather. The queue is bounded by the readers: each has one read under way.
 */
export function createReadTopic(redis: Redis): ReadTopic {
  const waiting: Waiting[] = [];
  let isRunning = false;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      // Readers that are woken by one message ask in the same turn.
      await new Promise((turn) => setImmediate(turn));
      await answer(waiting.splice(0, MAX_READS));
    }
    isRunning = false;
  }

  async function answer(reads: readonly Waiting[]): Promise<void> {
    try {
      const answers = await readPartitions(
        redis,
        reads.map(({ request }) => request),
      );
      for (const [index, { resolve }] of reads.entries()) resolve(answers[index]);
    } catch (error) {
      for (const { reject } of reads) reject(error);
    }
  }

  return (request) =>
    new Promise((resolve, reject) => {
      waiting.push({ request, resolve, reject });
      if (isRunning) return;
      isRunning = true;
      void run();
    });
}
