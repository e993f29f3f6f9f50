import type { CronJob } from '#platform/jobs/jobs.ts';
import { deleteEndedSessions } from '../data/session.repository.ts';
import type { Db } from '../data/tables.ts';

/** One statement deletes no more than this, so that it ends soon. */
const BATCH = 5_000;
const MAX_BATCHES = 100;

/** Sessions past their end can do nothing any more, and a used token of theirs is no sign of theft. */
export function createSessionCleanup({ db, now }: { db: Db; now: () => Date }): CronJob {
  return {
    name: 'delete-ended-sessions',
    cron: '17 * * * *',
    async run() {
      for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
        if ((await deleteEndedSessions(db, now(), BATCH)) < BATCH) return;
      }
    },
  };
}
