import type { Live } from '#platform/live/live.ts';
import type { Store } from '#platform/database/store.ts';
import type { Log } from '#platform/telemetry/log.ts';
import { enqueueAway, listUndelivered } from '../data/away.repository.ts';
import { listWatchers, saveLastSeen } from '../data/presence.repository.ts';
import type { Tables } from '../data/tables.ts';
import { MAX_USERS, type OnlineUsers } from './online-users.ts';

export interface Presence {
  userId: string;
  isOnline: boolean;
  lastSeenAt: Date | null;
}

/** As it is published to those who may see it. */
export interface WirePresence {
  userId: string;
  isOnline: boolean;
  lastSeenAt: string | null;
}

export const presenceChannel = (userId: string): string => `chat:user:${userId}:presence`;

/** Somebody who is not renewed so long has gone. A client that reconnects within it has never been away. */
export const AWAY_AFTER_MS = 10_000;
/** Each process renews its users so often: two may fail before somebody is taken for gone. */
export const RENEW_MS = 3_000;

export interface PresenceParts {
  store: Store<Tables>;
  online: OnlineUsers;
  live: Live;
  log: Log;
  /** How long messages for somebody who has gone are gathered. */
  pushAfterMs: number;
  now: () => Date;
}

/** Says who is there by the streams of messages of this process, and tells of those who have gone from any. */
export function createPresence({ store, online, live, log, now, pushAfterMs }: PresenceParts) {
  /** Open streams of each user of this process; bounded by the sockets that it serves. */
  const streams = new Map<string, number>();
  const arriving = new Set<string>();

  async function renew(userIds: readonly string[]): Promise<void> {
    const at = now().getTime();
    for (let from = 0; from < userIds.length; from += MAX_USERS) {
      const some = userIds.slice(from, from + MAX_USERS);
      const arrived = await online.renew(some, at, at + AWAY_AFTER_MS);
      await tell(arrived.map((userId) => ({ userId, isOnline: true, lastSeenAt: null })));
    }
  }

  /** Who has gone is written down before it is told, and stays in Redis until then: a crash between loses nothing. */
  async function sweep(): Promise<void> {
    const at = now().getTime();
    const overdue = await online.listOverdue(at);
    if (overdue.length === 0) return;
    const seenAt = new Map(
      overdue.map(({ userId, until }) => [userId, new Date(until - AWAY_AFTER_MS)]),
    );
    await saveLastSeen(store.db, seenAt);
    // What was sent to them while they were taken for there, and did not arrive.
    const undelivered = await listUndelivered(store.db, [...seenAt.keys()]);
    await enqueueAway(store.db, undelivered, new Date(at + pushAfterMs));
    const gone = await online.takeGone([...seenAt.keys()], at);
    await tell(
      gone.map((userId) => ({
        userId,
        isOnline: false,
        lastSeenAt: seenAt.get(userId)?.toISOString() ?? null,
      })),
    );
  }

  /** Only those who may see it and are there: one question for all of them. */
  async function tell(changes: readonly WirePresence[]): Promise<void> {
    if (changes.length === 0) return;
    const watchers = await listWatchers(
      store.db,
      changes.map(({ userId }) => userId),
    );
    const ids = [...new Set(watchers.map(({ watcherId }) => watcherId))];
    const states = await online.areOnline(ids, now().getTime());
    const isThere = new Set(ids.filter((_id, index) => states[index] === true));
    const byUser = new Map(changes.map((change) => [change.userId, change]));
    await Promise.all(
      watchers.flatMap(({ userId, watcherId }) => {
        const change = byUser.get(userId);
        if (change === undefined || !isThere.has(watcherId)) return [];
        return [live.publish(presenceChannel(watcherId), change)];
      }),
    );
  }

  /** Those who come in one turn go together: a storm of reconnections is a few calls. */
  function arrive(userId: string): void {
    arriving.add(userId);
    if (arriving.size > 1) return;
    setImmediate(() => {
      const userIds = [...arriving];
      arriving.clear();
      renew(userIds).catch((error: unknown) =>
        log.warn({ err: error }, 'presence waits for the next renewal'),
      );
    });
  }

  return {
    /** A client of this user receives messages until what is returned is called. */
    open(userId: string): () => void {
      const known = streams.get(userId) ?? 0;
      streams.set(userId, known + 1);
      if (known === 0) arrive(userId);
      let isOpen = true;
      return () => {
        if (!isOpen) return;
        isOpen = false;
        const left = (streams.get(userId) ?? 1) - 1;
        if (left > 0) streams.set(userId, left);
        else streams.delete(userId);
      };
    },

    /** To be called each RENEW_MS. */
    async beat(): Promise<void> {
      await renew([...streams.keys()]);
      await sweep();
    },

    openStreams: (): number => streams.values().reduce((sum, count) => sum + count, 0),
  };
}

export type PresenceKeeper = ReturnType<typeof createPresence>;
