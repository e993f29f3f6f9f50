import { isId } from '#platform/database/ids.ts';
import { findLastSeen, findVisible } from '../data/presence.repository.ts';
import type { Store } from '#platform/database/store.ts';
import type { Tables } from '../data/tables.ts';
import type { OnlineUsers } from './online-users.ts';
import type { Presence } from './presence.ts';

/** In this order; null for those whom the viewer may not see. */
export async function findPresences(
  parts: { store: Store<Tables>; online: OnlineUsers; now: () => Date },
  viewerId: string,
  userIds: readonly string[],
): Promise<(Presence | null)[]> {
  const { db } = parts.store;
  const visible = await findVisible(db, viewerId, userIds.filter(isId));
  if (visible.size === 0) return userIds.map(() => null);
  const ids = [...visible];
  const [states, seenAt] = await Promise.all([
    parts.online.areOnline(ids, parts.now().getTime()),
    findLastSeen(db, ids),
  ]);
  const isOnline = new Map(ids.map((id, index) => [id, states[index] === true]));
  return userIds.map((userId) => {
    const there = isOnline.get(userId);
    if (there === undefined) return null;
    return { userId, isOnline: there, lastSeenAt: there ? null : (seenAt.get(userId) ?? null) };
  });
}
