import type { Invariant } from './invariant.ts';
import { rowCheck } from './row-check.ts';

/** Kinds of notifications that an order causes once at most, however often its events arrive. */
export const notificationInvariants: readonly Invariant[] = [
  rowCheck({
    name: 'told-once',
    says: 'a user is told once of one cause',
    database: 'accounts',
    rows: `from (
        select user_id, cause, channel, count(*) as times from notification
        where id >= $1::uuid group by user_id, cause, channel
      ) as told`,
    isBroken: 'told.times > 1',
    subject: `told.user_id || ' ' || told.cause`,
    text: `format('told %s times by %s', told.times, told.channel)`,
  }),
  rowCheck({
    name: 'mailed-once',
    says: 'one event of an order makes one message on a channel',
    database: 'accounts',
    rows: `from (
        select n.order_id, n.kind, n.channel, count(*) as mails
        from mailbox m join notification n on n.id = m.notification_id
        where m.notification_id >= $1::uuid and n.order_id is not null
        group by n.order_id, n.kind, n.channel
      ) as mailed`,
    isBroken: 'mailed.mails > 1',
    subject: `mailed.order_id || ' ' || mailed.kind`,
    text: `format('%s by %s', mailed.mails, mailed.channel)`,
  }),
  rowCheck({
    name: 'mails-belong',
    says: 'a mail was asked for by a notification, and that notification says that it was sent',
    database: 'accounts',
    isEventual: true,
    rows: `from mailbox m left join notification n on n.id = m.notification_id
      where m.notification_id >= $1::uuid`,
    isBroken: `n.id is null or n.status <> 'SENT'`,
    subject: 'm.notification_id',
    text: `format('notification %s', coalesce(n.status, 'missing'))`,
  }),
  rowCheck({
    name: 'notifications-leave',
    says: 'no notification of an order waits for longer than it may',
    database: 'accounts',
    rows: `from notification where status = 'QUEUED' and order_id is not null
      and id >= $1::uuid`,
    isBroken: `created_at < $2::timestamptz - $3 * interval '1 ms'`,
    subject: 'id',
    text: `format('QUEUED since %s, %s failures', created_at, failures)`,
    values: ({ sinceId, now, sagaLimitMs }) => [sinceId, now, sagaLimitMs],
  }),
];
