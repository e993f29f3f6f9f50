import { sql } from 'kysely';
import { executeLater } from '#platform/database/later.ts';
import type { Message } from '../delivery/provider.ts';
import {
  PRIORITIES,
  type NotificationChannel,
  type NotificationPriority,
} from '../domain/notification.ts';
import type { Db, Tx } from './tables.ts';

export interface Outgoing extends Message {
  priority: NotificationPriority;
  /** Tries that failed. */
  failures: number;
}

/**
 * Notifications that still have to go out, held until the transaction ends: a second delivery of an event
 * waits and then finds them sent. What was sent is left out; what was given up too, unless somebody has
 * asked for it again.
 */
export async function lockOutgoing(
  tx: Tx,
  ids: readonly string[],
  { alsoFailed }: { alsoFailed: readonly string[] } = { alsoFailed: [] },
): Promise<Outgoing[]> {
  const { rows } = await sql<Outgoing>`
    select notification.id as "notificationId", "user".id as "userId", channel, subject, body,
      order_id as "orderId", failures,
      (array['HIGH', 'NORMAL', 'LOW'])[priority + 1] as priority,
      case channel
        when 'EMAIL' then array[email]
        when 'SMS' then array_remove(array[phone], null)
        else array(select token from device where device.user_id = "user".id order by created_at)
      end as to
    from notification join "user" on "user".id = notification.user_id
    where notification.id = any(${ids}::uuid[])
      and (status = 'QUEUED' or status = 'FAILED' and notification.id = any(${alsoFailed}::uuid[]))
    -- In one order, so that two batches with the same notifications cannot deadlock.
    order by notification.id
    for update of notification
  `.execute(tx);
  return rows;
}

export async function markSent(tx: Tx, ids: readonly string[], sentAt: Date): Promise<void> {
  if (ids.length === 0) return;
  await executeLater(
    tx,
    sql`
    update notification set status = 'SENT', sent_at = ${sentAt}, retry_at = null
    where id = any(${ids}::uuid[])
  `,
  );
}

export interface Postponed {
  notificationId: string;
  failures: number;
  retryAt: Date;
}

export async function postpone(tx: Tx, postponed: readonly Postponed[]): Promise<void> {
  if (postponed.length === 0) return;
  await executeLater(
    tx,
    sql`
    update notification set status = 'QUEUED', failures = later.failures, retry_at = later.retry_at
    from unnest(
      ${postponed.map(({ notificationId }) => notificationId)}::uuid[],
      ${postponed.map(({ failures }) => failures)}::smallint[],
      ${postponed.map(({ retryAt }) => retryAt)}::timestamptz[]
    ) as later (id, failures, retry_at)
    where notification.id = later.id
  `,
  );
}

export async function markFailed(
  tx: Tx,
  failed: readonly { notificationId: string; failures: number }[],
): Promise<void> {
  if (failed.length === 0) return;
  await executeLater(
    tx,
    sql`
    update notification set status = 'FAILED', failures = given_up.failures, retry_at = null
    from unnest(
      ${failed.map(({ notificationId }) => notificationId)}::uuid[],
      ${failed.map(({ failures }) => failures)}::smallint[]
    ) as given_up (id, failures)
    where notification.id = given_up.id
  `,
  );
}

export interface DueGroup {
  channel: NotificationChannel;
  priority: NotificationPriority;
}

/** Which channels and priorities have notifications whose next try is due, the most urgent first. */
export async function listDueGroups(db: Db, now: Date): Promise<DueGroup[]> {
  const { rows } = await sql<{ channel: NotificationChannel; rank: number }>`
    select channel, rank
    from unnest(array['EMAIL', 'SMS', 'PUSH']) as channel, generate_series(0, 2) as rank
    where exists (
      select from notification
      where notification.channel = channel.channel and priority = rank and retry_at <= ${now}
    )
    order by rank, channel
  `.execute(db);
  return rows.map(({ channel, rank }) => ({ channel, priority: PRIORITIES[rank] ?? 'NORMAL' }));
}

/** Those that have waited longest. */
export async function listDue(
  db: Db,
  { channel, priority }: DueGroup,
  now: Date,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from notification
    where channel = ${channel} and priority = ${PRIORITIES.indexOf(priority)} and retry_at <= ${now}
    order by retry_at limit ${limit}
  `.execute(db);
  return rows.map(({ id }) => id);
}

/** How many wait for another try, counted up to `most`. */
export async function countPostponed(db: Db, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from (select from notification where retry_at is not null limit ${most}) as waiting
  `.execute(db);
  return rows[0]?.count ?? 0;
}
