import { sql } from 'kysely';
import type { PageRequest } from '#platform/graphql/page.ts';
import { isId } from '#platform/database/ids.ts';
import { PRIORITIES, type Notification } from '../domain/notification.ts';
import { anyOf } from '#platform/database/ids.ts';
import { readPlace } from './newest-first.ts';
import type { Db, Tables, Tx } from './tables.ts';

export interface NewNotification extends Notification {
  /** What happened: one cause makes one notification of a user, however often it is announced. */
  cause: string;
}

/** Returns those that are new, in their order. */
export async function insertNotifications(
  tx: Tx,
  notifications: readonly NewNotification[],
): Promise<Notification[]> {
  if (notifications.length === 0) return [];
  const each = <Value>(read: (notification: NewNotification) => Value) => notifications.map(read);
  // Statement and plan are the same for any number of rows.
  const { rows } = await sql<{ id: string }>`
    insert into notification (id, user_id, cause, kind, priority, channel, status, subject, body,
      order_id, created_at, sent_at, read_at)
    select * from unnest(
      ${each(({ id }) => id)}::uuid[],
      ${each(({ userId }) => userId)}::uuid[],
      ${each(({ cause }) => cause)}::text[],
      ${each(({ kind }) => kind)}::text[],
      ${each(({ priority }) => PRIORITIES.indexOf(priority))}::smallint[],
      ${each(({ channel }) => channel)}::text[],
      ${each(({ status }) => status)}::text[],
      ${each(({ subject }) => subject)}::text[],
      ${each(({ body }) => body)}::text[],
      ${each(({ orderId }) => orderId)}::text[],
      ${each(({ createdAt }) => createdAt)}::timestamptz[],
      ${each(({ sentAt }) => sentAt)}::timestamptz[],
      ${each(({ readAt }) => readAt)}::timestamptz[]
    )
    on conflict on constraint notification_once do nothing
    returning id
  `.execute(tx);
  const created = new Set(rows.map(({ id }) => id));
  return notifications.filter(({ id }) => created.has(id));
}

export async function findNotification(db: Db, id: string): Promise<Notification | undefined> {
  const row = await db
    .selectFrom('notification')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toNotification(row);
}

/** Up to one more than asked for of each user, newest first; one statement for all of them. */
export async function listNotifications(
  db: Db,
  userIds: readonly string[],
  unreadOnly: boolean,
  page: PageRequest,
): Promise<Notification[]> {
  const place = readPlace(page);
  const { rows } = await sql<Tables['notification']>`
    select entry.* from unnest(${userIds}::uuid[]) as owner (id)
    cross join lateral (
      select * from notification
      where user_id = owner.id
        ${unreadOnly ? sql`and read_at is null` : sql``}
        ${place === undefined ? sql`` : sql`and (created_at, id) < (${place.createdAt}, ${place.id})`}
      order by created_at desc, id desc
      limit ${page.first + 1}
    ) as entry
    order by entry.created_at desc, entry.id desc
  `.execute(db);
  return rows.map(toNotification);
}

export interface NotificationCount {
  userId: string;
  total: number;
  unread: number;
}

/** Users without notifications are left out. */
export function countNotifications(
  db: Db,
  userIds: readonly string[],
): Promise<NotificationCount[]> {
  return db
    .selectFrom('notification')
    .select(({ fn }) => [
      'user_id as userId',
      fn.countAll<number>().as('total'),
      fn.countAll<number>().filterWhere('read_at', 'is', null).as('unread'),
    ])
    .where('user_id', '=', anyOf(userIds))
    .groupBy('user_id')
    .execute();
}

/** Of this user only; all of them when no ids are given. Returns how many changed. */
export async function markNotificationsRead(
  db: Db,
  userId: string,
  ids: readonly string[] | undefined,
  readAt: Date,
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('notification')
    .set({ read_at: readAt })
    .where('user_id', '=', userId)
    .where('read_at', 'is', null)
    .$if(ids !== undefined, (query) => query.where('id', '=', anyOf((ids ?? []).filter(isId))))
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

export function toNotification(
  row: Omit<Tables['notification'], 'failures' | 'retry_at' | 'cause'>,
): Notification {
  const { id, kind, channel, status, subject, body } = row;
  return {
    id,
    userId: row.user_id,
    kind,
    priority: PRIORITIES[row.priority] ?? 'NORMAL',
    channel,
    status,
    subject,
    body,
    orderId: row.order_id,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    readAt: row.read_at,
  };
}

/** Deletes up to so many of before that time, and returns how many. */
export async function deleteOldNotifications(db: Db, before: Date, limit: number): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from notification where ctid = any(array(
      select ctid from notification where created_at < ${before} limit ${limit}
    ))
  `.execute(db);
  return Number(numAffectedRows);
}
