import type { EachBatchPayload } from 'kafkajs';

/** Up to where the events of a partition are handled. */
export interface Position {
  topic: string;
  partition: number;
  /** Of the first event that is not. */
  offset: string;
}

type Committer = Pick<EachBatchPayload, 'commitOffsetsIfNecessary'>;

/** Stores a position; resolves when the broker has it. */
export type Commit = (committer: Committer, position: Position) => Promise<void>;

interface Waiting {
  committer: Committer;
  position: Position;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/**
 * The positions of one consumer's partitions in one request. Partitions whose events were handled in one call would
 * otherwise ask the broker one by one, twelve times for one transaction. The queue is bounded by the partitions, of which
 * each waits for its own position.
 */
export function createCommits(): Commit {
  let waiting: Waiting[] = [];
  let isRunning = false;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      // Those that were handled together come in the same turn.
      await new Promise((turn) => setImmediate(turn));
      const group = waiting;
      waiting = [];
      try {
        await group[0]?.committer.commitOffsetsIfNecessary({ topics: byTopic(group) });
        for (const { resolve } of group) resolve();
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    isRunning = false;
  }

  return (committer, position) =>
    new Promise((resolve, reject) => {
      waiting.push({ committer, position, resolve, reject });
      if (isRunning) return;
      isRunning = true;
      void run();
    });
}

function byTopic(group: readonly Waiting[]) {
  const topics = Map.groupBy(group, ({ position }) => position.topic);
  return Array.from(topics, ([topic, own]) => ({
    topic,
    partitions: own.map(({ position: { partition, offset } }) => ({ partition, offset })),
  }));
}
