import type { Admin } from 'kafkajs';

export interface TopicMaker {
  /** Creates those of the topics that do not exist. */
  make(topics: readonly string[]): Promise<void>;
}

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
        await client.createTopics({
          waitForLeaders: true,
          topics: fresh.map((topic) => ({ topic, numPartitions: partitions, replicationFactor })),
        });
      }
      for (const topic of missing) known.add(topic);
    },
  };
}
