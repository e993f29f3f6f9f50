import type { Redis } from 'ioredis';

const ACTIVE = 'chat:active';
const STREAMS = 'chat:streams';
/** Who sent something in the last so many milliseconds is active. */
export const ACTIVE_MS = 300_000;
/** Messages a second are those of the last so many whole seconds, divided. */
const RATE_SECONDS = 10;
const RATE_KEEP_SECONDS = 60;
/** A process that is not heard of so long has no streams any more. */
const STREAMS_MS = 10_000;

const secondKey = (second: number): string => `chat:sent:${second}`;

/** Counts of this moment, over all processes. They may be lost with Redis, and are then those from there on. */
export function createLiveCounts(redis: Redis) {
  return {
    async countSent(sent: readonly { senderId: string; at: number }[]): Promise<void> {
      if (sent.length === 0) return;
      const bySecond = Map.groupBy(sent, ({ at }) => Math.floor(at / 1_000));
      const active = sent.flatMap(({ senderId, at }) => [at, senderId]);
      await Promise.all([
        redis.zadd(ACTIVE, 'GT', ...active),
        ...Array.from(bySecond, async ([second, ofSecond]) => {
          await redis.incrby(secondKey(second), ofSecond.length);
          await redis.expire(secondKey(second), RATE_KEEP_SECONDS);
        }),
      ]);
    },

    async saveStreams(replica: string, count: number, now: number): Promise<void> {
      await redis.hset(STREAMS, replica, `${count}/${now}`);
    },

    async removeStreams(replica: string): Promise<void> {
      await redis.hdel(STREAMS, replica);
    },

    async read(
      now: number,
    ): Promise<{ activeUsers: number; messagesPerSecond: number; openStreams: number }> {
      const second = Math.floor(now / 1_000);
      const keys = Array.from({ length: RATE_SECONDS }, (_, back) => secondKey(second - 1 - back));
      // Who has not sent for long is forgotten by whoever looks.
      await redis.zremrangebyscore(ACTIVE, 0, now - ACTIVE_MS);
      const [activeUsers, counts, streams] = await Promise.all([
        redis.zcard(ACTIVE),
        redis.mget(...keys),
        redis.hgetall(STREAMS),
      ]);
      const old: string[] = [];
      let openStreams = 0;
      for (const [replica, text] of Object.entries(streams)) {
        const [count = 0, at = 0] = text.split('/').map(Number);
        if (now - at > STREAMS_MS) old.push(replica);
        else openStreams += count;
      }
      if (old.length > 0) await redis.hdel(STREAMS, ...old);
      const sent = counts.reduce((sum, count) => sum + Number(count ?? 0), 0);
      return { activeUsers, messagesPerSecond: sent / RATE_SECONDS, openStreams };
    },
  };
}

export type LiveCounts = ReturnType<typeof createLiveCounts>;
