import type { Store } from '#platform/database/store.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import type { Redis } from 'ioredis';
import { LEADERBOARD_EVENTS, type LeaderboardEvent } from '#schema/events/leaderboard-events.ts';
import { takeChanged } from '../data/changed-boards.ts';
import type { Tables } from '../data/tables.ts';

/** Boards of one announcement: what is left is announced by the next. */
const MAX_BOARDS = 500;

/** How often boards are announced at most. */
export const ANNOUNCE_MS = 1_000;

export interface AnnouncingParts {
  store: Store<Tables>;
  redis: Redis;
  now: () => Date;
  newId: () => string;
}

/**
 * Tells which boards' first places have changed. Run once a second by one replica, it is the bound of
 * one event a second and board. A crash in the middle loses the news of one second: copies are kept for
 * five.
 */
export async function announceChanges(parts: AnnouncingParts): Promise<number> {
  const { store, redis, now, newId } = parts;
  const changed = await takeChanged(redis, MAX_BOARDS);
  if (changed.length === 0) return 0;
  const time = now().toISOString();
  const messages = changed.map((data) => {
    const event: LeaderboardEvent = { type: 'leaderboard.updated', data };
    return {
      topic: LEADERBOARD_EVENTS,
      envelope: { id: newId(), key: data.board, time, ...event },
    };
  });
  await store.transact((tx) => appendToOutbox(tx, messages));
  return changed.length;
}
