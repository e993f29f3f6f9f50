import type { Kysely } from 'kysely';
import type { Job } from '../jobs/jobs.ts';
import { purgeDeadLetters } from './dead-letter.repository.ts';
import { purgeInbox } from './inbox.ts';
import { purgeOutbox } from './outbox.ts';
import type { MessagingTables } from './tables.ts';

const HOUR_MS = 3_600_000;
/** Published events are kept for a replay after the broker has lost its memory, and to look into. */
const OUTBOX_KEPT_MS = 24 * HOUR_MS;
/** An event must be known for longer than it can be published again. */
const INBOX_KEPT_MS = 72 * HOUR_MS;
/** As long as somebody may ask who decided about a dead letter. */
const DECISIONS_KEPT_MS = 90 * 24 * HOUR_MS;

/** Removes what messaging no longer needs. */
export function messagingJobs<Tables extends MessagingTables>(
  db: Kysely<Tables>,
  now: () => Date,
): Job[] {
  const before = (ms: number) => new Date(now().getTime() - ms);
  return [
    {
      name: 'purge-outbox',
      cron: '17 * * * *',
      run: () => purgeOutbox(db, before(OUTBOX_KEPT_MS)),
    },
    { name: 'purge-inbox', cron: '37 * * * *', run: () => purgeInbox(db, before(INBOX_KEPT_MS)) },
    {
      name: 'purge-dead-letters',
      cron: '47 3 * * *',
      run: () => purgeDeadLetters(db, before(DECISIONS_KEPT_MS)),
    },
  ];
}
