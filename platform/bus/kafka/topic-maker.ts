import type { Admin } from 'kafkajs';
import { createBackoff } from '../backoff.ts';

export interface TopicMaker {
  /** Creates those of the topics that do not exist; resolves when each has a leader for every partition. */
  make(topics: readonly string[]): Promise<void>;
}

/** Other processes make the same topics at the same time, and the broker needs a moment to tell of them. */
const PATIENCE_MS = 20_000;
const BACKOFF = { firstMs: 50, maxMs: 500 };

/** Makes topics before their first use, so that a broker needs no automatic creation. */
export function createTopicMaker(
  admin: () => Promise<Admin>,
  { partitions, replicationFactor }: { partitions: number; replicationFactor: number },
): TopicMaker {
  // Bounded by the number of topics there are in the system.
  const known = new Set<string>();

  return {
    async make(topics) {
      const missing = [...new Set(topics)].filter((topic) => !known.has(topic));
      if (missing.length === 0) return;
      const client = await admin();
      const existing = new Set(await client.listTopics());
      const fresh = missing.filter((topic) => !existing.has(topic));
      if (fresh.length > 0) {
        // Another process may be faster: that is no error here, the answer is just false.
        // It does not wait for leaders, since it takes one that is not told yet for a failure.
        await client.createTopics({
          waitForLeaders: false,
          topics: fresh.map((topic) => ({ topic, numPartitions: partitions, replicationFactor })),
        });
      }
      await untilLed(client, missing);
      for (const topic of missing) known.add(topic);
    },
  };
}

/**
 * What kafkajs says of a topic that its broker does not know yet varies, from protocol errors to a
 * TypeError of its own: any failure is worth another try while there is patience.
 */
async function untilLed(client: Admin, topics: string[]): Promise<void> {
  const deadline = AbortSignal.timeout(PATIENCE_MS);
  const backoff = createBackoff(BACKOFF);
  for (;;) {
    try {
      const { topics: told } = await client.fetchTopicMetadata({ topics });
      const isLed = told.every(({ partitions }) => partitions.every(({ leader }) => leader >= 0));
      if (!isLed) throw new Error(`Kafka has no leaders yet for ${topics.join(', ')}`);
      // The leader itself may be the last to know.
      for (const topic of topics) await client.fetchTopicOffsets(topic);
      return;
    } catch (error) {
      if (deadline.aborted) throw error;
    }
    await backoff.wait(deadline);
  }
}
