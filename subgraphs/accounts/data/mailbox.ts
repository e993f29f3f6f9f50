import type { Mail } from '../mail/mail-port.ts';
import type { Tx } from './tables.ts';

/** Keeps a mail in the local mailbox; a repeat changes nothing. */
export async function deliverToMailbox(tx: Tx, mail: Mail, deliveredAt: Date): Promise<void> {
  await tx
    .insertInto('mailbox')
    .values({
      notification_id: mail.notificationId,
      user_id: mail.userId,
      message_id: mail.messageId,
      sender: mail.from,
      recipient: mail.to,
      subject: mail.subject,
      body: mail.body,
      delivered_at: deliveredAt,
    })
    .onConflict((conflict) => conflict.column('notification_id').doNothing())
    .execute();
}
