import type { TickJob } from '#platform/jobs/jobs.ts';
import { listDue, listDueGroups, type DueGroup } from '../data/outgoing.repository.ts';
import type { Lanes } from '../delivery/lanes.ts';
import { sendNotifications, type SendingParts } from '../delivery/send-notifications.ts';

const EVERY_MS = 250;
const BATCH = 100;
/** Of one channel and priority in one turn, so that the turn ends and looks at the more urgent again. */
const MAX_BATCHES = 5;

/** Tries again what could not be sent: the most urgent first, and no more than a provider takes. */
export function createPostponedSender(parts: SendingParts, lanes: Lanes): TickJob {
  return {
    name: 'send-postponed-notifications',
    everyMs: EVERY_MS,
    run: () => sendPostponed(parts, lanes),
  };
}

export async function sendPostponed(parts: SendingParts, lanes: Lanes): Promise<void> {
  const { store, now } = parts;
  for (const due of await listDueGroups(store.db, now())) {
    for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
      // Those that a limit would only put off once more are left where they are.
      const room = Math.min(BATCH, await roomOf(parts, due));
      const ids = room === 0 ? [] : await listDue(store.db, due, now(), room);
      if (ids.length === 0) break;
      // When none gets through, the provider is away.
      if ((await lanes.run(due.priority, () => sendNotifications(parts, ids))) === 0) break;
    }
  }
}

async function roomOf({ providers, rateLimit }: SendingParts, due: DueGroup): Promise<number> {
  const perSecond = providers[due.channel]?.perSecond;
  return perSecond === undefined ? BATCH : rateLimit.look(due.channel, perSecond, due.priority);
}
