import type { Admin } from 'kafkajs';
import { createBackoff } from '../backoff.ts';

/** While leaders move, kafkajs fails for a moment, with errors of every kind. */
const ATTEMPTS = 5;
const BACKOFF = { firstMs: 50, maxMs: 500 };

/** Events of each topic after the group's committed position. */
export async function readLag(
  admin: Admin,
  groupId: string,
  topics: readonly string[],
): Promise<Record<string, number>> {
  const committed = await admin.fetchOffsets({ groupId, topics: [...topics] });
  const lags: Record<string, number> = {};
  // One topic at a time: kafkajs mixes up the metadata of topics that it looks up at once.
  for (const { topic, partitions } of committed) {
    const ends = new Map(
      (await readEnds(admin, topic)).map((end) => [end.partition, end] as const),
    );
    lags[topic] = partitions.reduce((sum, { partition, offset }) => {
      const { low = '0', high = '0' } = ends.get(partition) ?? {};
      // -1: nothing committed yet, and a new group starts with the first event that is still there.
      const position = Math.max(Number(offset), Number(low));
      return sum + Math.max(0, Number(high) - position);
    }, 0);
  }
  return lags;
}

async function readEnds(admin: Admin, topic: string) {
  const backoff = createBackoff(BACKOFF);
  const never = new AbortController().signal;
  for (let attempt = 1; ; attempt++) {
    try {
      return await admin.fetchTopicOffsets(topic);
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await backoff.wait(never);
    }
  }
}
