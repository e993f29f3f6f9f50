import type { Tx } from '../data/tables.ts';

export interface Mail {
  notificationId: string;
  userId: string;
  /** The same at every attempt, so that a mail server can tell a repeat (RFC 5322, section 3.6.4). */
  messageId: string;
  from: string;
  to: string;
  subject: string;
  /** Plain text. */
  body: string;
}

/** How mails leave. */
export interface MailPort {
  /**
   * Sends one mail. `tx` is the transaction that marks the notification as sent: an adapter that keeps
   * mails in this database writes in it, which makes it exactly once; any other is at least once.
   * Throws MailRefused when trying again is pointless.
   */
  send: (tx: Tx, mail: Mail) => Promise<void>;
  close: () => void;
}

/** The mail server will never take this mail: no such mailbox, for example. */
export class MailRefused extends Error {
  override name = 'MailRefused';
}
