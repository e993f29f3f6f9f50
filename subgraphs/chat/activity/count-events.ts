import type { MinuteCounts } from '../data/activity.repository.ts';

const MINUTE_MS = 60_000;
/** What takes longer was delivered to somebody who was away, and says nothing about delivery. */
export const MAX_DELIVERY_MS = 60_000;

export const minuteOf = (at: Date): Date =>
  new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS);

/** Counts by minute: of what was sent, and of what was delivered to people who were there. */
export function countByMinute(
  sentAt: readonly Date[],
  delivered: readonly { sentAt: Date; at: Date }[],
): MinuteCounts[] {
  const minutes = new Map<number, MinuteCounts>();
  const minute = (at: Date): MinuteCounts => {
    const startedAt = minuteOf(at);
    const known = minutes.get(startedAt.getTime());
    if (known !== undefined) return known;
    const counts = { startedAt, messages: 0, deliveries: 0, deliveryMs: 0 };
    minutes.set(startedAt.getTime(), counts);
    return counts;
  };
  for (const at of sentAt) minute(at).messages += 1;
  for (const { sentAt: from, at } of delivered) {
    const ms = Math.max(0, at.getTime() - from.getTime());
    if (ms > MAX_DELIVERY_MS) continue;
    const counts = minute(at);
    counts.deliveries += 1;
    counts.deliveryMs += ms;
  }
  return [...minutes.values()];
}
