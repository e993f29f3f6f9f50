import type { Admin } from 'kafkajs';

/** Events of each topic after the group's committed position. */
export async function readLag(
  admin: Admin,
  groupId: string,
  topics: readonly string[],
): Promise<Record<string, number>> {
  const committed = await admin.fetchOffsets({ groupId, topics: [...topics] });
  const lags = committed.map(async ({ topic, partitions }) => {
    const ends = new Map(
      (await admin.fetchTopicOffsets(topic)).map((end) => [end.partition, end] as const),
    );
    const lag = partitions.reduce((sum, { partition, offset }) => {
      const { low = '0', high = '0' } = ends.get(partition) ?? {};
      // -1: nothing committed yet, and a new group starts with the first event that is still there.
      const position = Math.max(Number(offset), Number(low));
      return sum + Math.max(0, Number(high) - position);
    }, 0);
    return [topic, lag] as const;
  });
  return Object.fromEntries(await Promise.all(lags));
}
