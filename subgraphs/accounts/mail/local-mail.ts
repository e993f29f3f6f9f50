import { deliverToMailbox } from '../data/mailbox.ts';
import type { MailPort } from './mail-port.ts';

/** For machines without a mail server: mails go to a table. Exactly once. */
export function createLocalMail(now: () => Date): MailPort {
  return {
    send: (tx, mail) => deliverToMailbox(tx, mail, now()),
    close: () => undefined,
  };
}
