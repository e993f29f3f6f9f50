import { sql } from 'kysely';
import type { Db } from './tables.ts';

/** Of somebody with more conversations, those who were heard of last are told. */
const MAX_WATCHERS = 500;

/** Never moves a time back, so that two processes may write at once, and again. */
export async function saveLastSeen(db: Db, seenAt: ReadonlyMap<string, Date>): Promise<void> {
  await sql`
    insert into last_seen (user_id, seen_at)
    select * from unnest(${[...seenAt.keys()]}::uuid[], ${[...seenAt.values()]}::timestamptz[])
      as seen (user_id, seen_at)
    order by user_id
    on conflict (user_id) do update set seen_at = excluded.seen_at
      where last_seen.seen_at < excluded.seen_at
  `.execute(db);
}

export async function findLastSeen(db: Db, userIds: readonly string[]): Promise<Map<string, Date>> {
  const { rows } = await sql<{ userId: string; seenAt: Date }>`
    select user_id as "userId", seen_at as "seenAt" from last_seen
    where user_id = any(${userIds}::uuid[])
  `.execute(db);
  return new Map(rows.map(({ userId, seenAt }) => [userId, seenAt]));
}

/** Who may see the presence of these users: those they talk to or have in their address book, without blocks. */
export async function listWatchers(
  db: Db,
  userIds: readonly string[],
): Promise<{ userId: string; watcherId: string }[]> {
  const { rows } = await sql<{ userId: string; watcherId: string }>`
    select changed.user_id as "userId", watcher.id as "watcherId"
    from unnest(${userIds}::uuid[]) as changed (user_id)
    cross join lateral (
      (
        select other_user_id as id from conversation_member
        where user_id = changed.user_id
        order by last_activity_at desc
        limit ${MAX_WATCHERS}
      )
      union
      (select contact_id from contact where user_id = changed.user_id)
    ) as watcher
    where not exists (
      select from blocked_user
      where (user_id = changed.user_id and blocked_id = watcher.id)
        or (user_id = watcher.id and blocked_id = changed.user_id)
    )
  `.execute(db);
  return rows;
}

/** Those of these users whose presence somebody may see. */
export async function findVisible(
  db: Db,
  viewerId: string,
  userIds: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select seen.id from unnest(${userIds}::uuid[]) as seen (id)
    where (
      seen.id = ${viewerId}
      or exists (
        select from conversation
        where low_user_id = least(seen.id, ${viewerId}::uuid) and high_user_id = greatest(seen.id, ${viewerId}::uuid)
      )
      or exists (select from contact where user_id = seen.id and contact_id = ${viewerId})
    ) and not exists (
      select from blocked_user
      where (user_id = seen.id and blocked_id = ${viewerId}) or (user_id = ${viewerId} and blocked_id = seen.id)
    )
  `.execute(db);
  return new Set(rows.map(({ id }) => id));
}
