import { sql } from 'kysely';
import { executeLater } from '#platform/database/later.ts';
import type { PageRequest } from '#platform/graphql/page.ts';
import type { Message } from '../delivery/provider.ts';
import type { NotificationChannel } from '../domain/notification.ts';
import { readPlace } from './newest-first.ts';
import type { Db, Tx } from './tables.ts';

/** Keeps messages in the local mailbox; a repeat changes nothing. */
export async function deliverToMailbox(
  tx: Tx,
  from: string,
  messages: readonly Message[],
  deliveredAt: Date,
): Promise<void> {
  const each = <Value>(read: (message: Message) => Value) => messages.map(read);
  await executeLater(
    tx,
    sql`
    insert into mailbox (notification_id, user_id, channel, message_id, sender, recipient, subject, body, delivered_at)
    select id, user_id, channel, message_id, ${from}, recipient, subject, body, ${deliveredAt}
    from unnest(
      ${each(({ notificationId }) => notificationId)}::uuid[],
      ${each(({ userId }) => userId)}::uuid[],
      ${each(({ channel }) => channel)}::text[],
      ${each(({ notificationId }) => messageIdOf(notificationId, from))}::text[],
      ${each(({ to }) => to.join(', '))}::text[],
      ${each(({ subject }) => subject)}::text[],
      ${each(({ body }) => body)}::text[]
    ) as message (id, user_id, channel, message_id, recipient, subject, body)
    on conflict (notification_id) do nothing
  `,
  );
}

/** What a mail is known by, the same at every attempt (RFC 5322, section 3.6.4). */
export function messageIdOf(notificationId: string, from: string): string {
  const domain = from.match(/@([^\s>]+)/)?.[1] ?? 'plaza.example';
  return `<${notificationId}@${domain}>`;
}

export interface MailboxEntry {
  id: string;
  userId: string;
  channel: NotificationChannel;
  recipient: string;
  subject: string;
  body: string;
  createdAt: Date;
}

/** Newest first, up to one more than asked for. */
export async function listMailbox(db: Db, page: PageRequest): Promise<MailboxEntry[]> {
  const place = readPlace(page);
  const { rows } = await sql<MailboxEntry>`
    select notification_id as id, user_id as "userId", channel, recipient, subject, body,
      delivered_at as "createdAt"
    from mailbox
    ${place === undefined ? sql`` : sql`where (delivered_at, notification_id) < (${place.createdAt}, ${place.id})`}
    order by delivered_at desc, notification_id desc limit ${page.first + 1}
  `.execute(db);
  return rows;
}

/** Deletes up to so many of before that time, and returns how many. */
export async function deleteOldMails(db: Db, before: Date, limit: number): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from mailbox where notification_id in (
      select notification_id from mailbox where delivered_at < ${before}
      order by delivered_at limit ${limit}
    )
  `.execute(db);
  return Number(numAffectedRows);
}
