import type { Redis } from 'ioredis';
import { groupCalls } from '#platform/database/group-calls.ts';
import type { Live } from '#platform/live/live.ts';
import { findPartners } from '../data/conversation.repository.ts';
import type { Db } from '../data/tables.ts';
import { typingChannel, type TypingChange } from './typing-feed.ts';

/** One event of a user passes in this time. */
export const EVERY_MS = 1_000;
const MAX_GROUP = 500;
const MAX_WAITING = 10_000;

/**
 * Tells the other side that somebody writes: false when that was not told, as it came too soon after the last,
 * there is no such conversation, or one of the two has blocked the other. Those of one moment share a question to the
 * database and nothing is stored.
 */
export function createTellTyping({ db, redis, live }: { db: Db; redis: Redis; live: Live }) {
  const findOther = groupCalls(
    { maxItems: MAX_GROUP, maxWaiting: MAX_WAITING },
    (of: readonly { userId: string; conversationId: string }[]) => findPartners(db, of),
  );

  return async (change: TypingChange): Promise<boolean> => {
    const { userId, conversationId } = change;
    const isFirst = await redis.set(`chat:{${userId}}:typed`, '1', 'PX', EVERY_MS, 'NX');
    if (isFirst === null) return false;
    const otherId = await findOther({ userId, conversationId });
    if (otherId === undefined) return false;
    await live.publish(typingChannel(otherId), change);
    return true;
  };
}
