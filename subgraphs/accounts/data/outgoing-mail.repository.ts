import { sql } from 'kysely';
import type { NotificationStatus } from '../domain/notification.ts';
import type { Db, Tx } from './tables.ts';

export interface OutgoingMail {
  notificationId: string;
  userId: string;
  to: string;
  subject: string;
  body: string;
}

/**
 * A mail that still has to go out, held until the transaction ends: a second delivery of its event waits
 * and then finds it sent. Undefined when it was sent, given up or is no mail.
 */
export async function lockOutgoingMail(
  tx: Tx,
  notificationId: string,
): Promise<OutgoingMail | undefined> {
  return tx
    .selectFrom('notification')
    .innerJoin('user', 'user.id', 'notification.user_id')
    .select([
      'notification.id as notificationId',
      'user.id as userId',
      'user.email as to',
      'notification.subject',
      'notification.body',
    ])
    .where('notification.id', '=', notificationId)
    .where('notification.channel', '=', 'EMAIL')
    .where('notification.status', '=', 'QUEUED')
    .forUpdate('notification')
    .executeTakeFirst();
}

export async function markSent(tx: Tx, notificationId: string, sentAt: Date): Promise<void> {
  await tx
    .updateTable('notification')
    .set({ status: 'SENT', sent_at: sentAt })
    .where('id', '=', notificationId)
    .execute();
}

/** Counts a failed try, and gives the mail up with the last one. Returns where that leaves it. */
export async function countFailure(
  db: Db,
  notificationId: string,
  maxFailures: number,
): Promise<NotificationStatus | undefined> {
  const row = await db
    .updateTable('notification')
    .set({
      failures: sql`failures + 1`,
      status: sql`case when failures + 1 >= ${maxFailures} then 'FAILED' else status end`,
    })
    .where('id', '=', notificationId)
    .where('status', '=', 'QUEUED')
    .returning('status')
    .executeTakeFirst();
  return row?.status;
}
