import type { Redis } from 'ioredis';
import type { Db } from '../data/tables.ts';
import { listMinutes, type MinuteCounts } from '../data/activity.repository.ts';
import type { OnlineUsers } from '../presence/online-users.ts';
import { minuteOf } from './count-events.ts';
import { ACTIVE_MS, type LiveCounts } from './live-counts.ts';
import { readSockets, type SocketActivity } from './read-sockets.ts';

const MINUTE_MS = 60_000;

export interface ChatActivity {
  onlineUsers: number;
  activeUsers: number;
  openStreams: number;
  messagesPerSecond: number;
  averageDeliveryMs: number | null;
  sockets: SocketActivity;
  minutes: {
    startedAt: Date;
    messages: number;
    deliveries: number;
    averageDeliveryMs: number | null;
  }[];
}

export async function readActivity(
  parts: { db: Db; redis: Redis; online: OnlineUsers; counts: LiveCounts; now: () => Date },
  minutes: number,
): Promise<ChatActivity> {
  const { db, redis, online, counts } = parts;
  const now = parts.now();
  const last = minuteOf(now).getTime();
  const span = Math.max(minutes, ACTIVE_MS / MINUTE_MS);
  const [onlineUsers, live, sockets, counted] = await Promise.all([
    online.count(now.getTime()),
    counts.read(now.getTime()),
    readSockets(redis),
    listMinutes(db, new Date(last - (span - 1) * MINUTE_MS)),
  ]);
  const byMinute = new Map(counted.map((minute) => [minute.startedAt.getTime(), minute]));
  const recent = counted.filter(({ startedAt }) => startedAt.getTime() > last - ACTIVE_MS);
  return {
    onlineUsers,
    ...live,
    averageDeliveryMs: averageOf(recent),
    sockets,
    minutes: Array.from({ length: minutes }, (_, index) => {
      const startedAt = new Date(last - (minutes - 1 - index) * MINUTE_MS);
      const minute = byMinute.get(startedAt.getTime());
      return {
        startedAt,
        messages: minute?.messages ?? 0,
        deliveries: minute?.deliveries ?? 0,
        averageDeliveryMs: minute === undefined ? null : averageOf([minute]),
      };
    }),
  };
}

function averageOf(minutes: readonly MinuteCounts[]): number | null {
  const deliveries = minutes.reduce((sum, minute) => sum + minute.deliveries, 0);
  const deliveryMs = minutes.reduce((sum, minute) => sum + minute.deliveryMs, 0);
  return deliveries === 0 ? null : deliveryMs / deliveries;
}
