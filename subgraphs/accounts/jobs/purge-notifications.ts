import type { CronJob } from '#platform/jobs/jobs.ts';
import { deleteOldMails } from '../data/mailbox.ts';
import { deleteOldNotifications } from '../data/notification.repository.ts';
import type { Db } from '../data/tables.ts';

/** One statement deletes no more than this, so that it ends soon. */
const BATCH = 5_000;
/** Of one run; the next hour goes on. */
const MAX_BATCHES = 200;
const DAY_MS = 24 * 3_600_000;

export interface RetentionOptions {
  db: Db;
  now: () => Date;
  notificationDays: number;
  mailboxDays: number;
}

/** History is kept as long as the settings say. */
export function createNotificationPurge(options: RetentionOptions): CronJob {
  return {
    name: 'purge-notifications',
    cron: '27 * * * *',
    run: () => purgeNotifications(options),
  };
}

/** Returns how many rows it has deleted. */
export async function purgeNotifications(options: RetentionOptions): Promise<number> {
  const { db, now, notificationDays, mailboxDays } = options;
  const before = (days: number) => new Date(now().getTime() - days * DAY_MS);
  return (
    (await inBatches((limit) => deleteOldNotifications(db, before(notificationDays), limit))) +
    (await inBatches((limit) => deleteOldMails(db, before(mailboxDays), limit)))
  );
}

async function inBatches(remove: (limit: number) => Promise<number>): Promise<number> {
  let removed = 0;
  for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
    const count = await remove(BATCH);
    removed += count;
    if (count < BATCH) break;
  }
  return removed;
}
