import type { Envelope } from '#platform/bus/bus.ts';
import type { Store } from '#platform/database/store.ts';
import { eachEvent } from '#platform/messaging/each-event.ts';
import type { EventConsumer } from '#platform/messaging/event-consumer.ts';
import { isStoreUnavailable } from '#platform/messaging/store-unavailable.ts';
import type { Log } from '#platform/telemetry/log.ts';
import type { Metrics } from '#platform/telemetry/metrics.ts';
import { NOTIFICATION_EVENTS, notificationEvent } from '#schema/events/notification-events.ts';
import { countFailure, lockOutgoingMail, markSent } from '../data/outgoing-mail.repository.ts';
import type { Tables } from '../data/tables.ts';
import { MailRefused, type MailPort } from '../mail/mail-port.ts';
import { countNotifications } from './notification-metric.ts';

export interface MailerParts {
  store: Store<Tables>;
  mail: MailPort;
  /** `Plaza <no-reply@plaza.example>` */
  from: string;
  log: Log;
  metrics: Metrics;
  now: () => Date;
}

/** Less than the consumer's attempts: a mail ends as FAILED here and never as a dead letter. */
export const MAX_MAIL_FAILURES = 6;

/** Each holds a database connection while the mail server answers. */
const CONCURRENT_MAILS = 2;

export function createMailer(parts: MailerParts): EventConsumer {
  return {
    group: 'accounts.mailer',
    topics: [NOTIFICATION_EVENTS],
    handle: eachEvent((event) => sendMail(parts, event), { concurrency: CONCURRENT_MAILS }),
  };
}

/**
 * The notification's status is the memory: a mail that has left QUEUED is never sent again, under
 * whatever event id it is asked for.
 */
async function sendMail(parts: MailerParts, { type, data }: Envelope): Promise<void> {
  const { store, mail, from, log, metrics, now } = parts;
  const request = notificationEvent.parse({ type, data }).data;
  if (request.channel !== 'EMAIL') return;
  const { notificationId, userId } = request;

  try {
    const isSent = await store.transact(async (tx) => {
      const outgoing = await lockOutgoingMail(tx, notificationId);
      if (outgoing === undefined) return false;
      const messageId = `<${notificationId}@${domainOf(from)}>`;
      await mail.send(tx, { ...outgoing, from, messageId });
      await markSent(tx, notificationId, now());
      return true;
    });
    if (isSent) countNotifications(metrics).inc({ channel: 'EMAIL', status: 'SENT' });
  } catch (error) {
    // A mail server or database that is away is no fault of this mail: it waits as long as it takes.
    if (isStoreUnavailable(error)) throw error;
    const maxFailures = error instanceof MailRefused ? 1 : MAX_MAIL_FAILURES;
    const status = await countFailure(store.db, notificationId, maxFailures);
    if (status === 'QUEUED') throw error;
    log.error({ notificationId, userId, err: error }, 'a mail is given up');
    countNotifications(metrics).inc({ channel: 'EMAIL', status: 'FAILED' });
  }
}

function domainOf(sender: string): string {
  return sender.match(/@([^\s>]+)/)?.[1] ?? 'plaza.example';
}
