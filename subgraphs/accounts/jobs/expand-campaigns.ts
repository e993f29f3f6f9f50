import type { Store } from '#platform/database/store.ts';
import type { TickJob } from '#platform/jobs/jobs.ts';
import {
  endCampaign,
  listSegment,
  lockRunningCampaign,
  saveProgress,
} from '../data/campaign.repository.ts';
import { countPostponed } from '../data/outgoing.repository.ts';
import type { Tables, Tx } from '../data/tables.ts';
import { announce, type AnnounceParts } from '../events/notification-live.ts';
import { notify, type NotifyParts } from '../notify.ts';

const EVERY_MS = 500;
/** Users of one transaction. */
const BATCH = 500;
/** A campaign goes on when fewer than these wait for a provider: it fills no queue faster than it empties. */
const MAX_WAITING = 2_000;

export interface CampaignParts extends NotifyParts, AnnounceParts {
  store: Store<Tables>;
}

export function createCampaignJob(parts: CampaignParts): TickJob {
  return { name: 'expand-campaigns', everyMs: EVERY_MS, run: () => expandCampaign(parts) };
}

/**
 * Makes the notifications of the next users of a campaign. The place where it goes on is saved with them, and
 * each user's notification has the campaign as its cause: nobody gets it twice. Returns how many were made.
 */
export async function expandCampaign(parts: CampaignParts): Promise<number> {
  const { store, now } = parts;
  const created = await store.transact(async (tx) => {
    const campaign = await lockRunningCampaign(tx);
    if (campaign === undefined || (await isQueueFull(tx))) return [];
    const { id, subject, body, segment, maxRecipients, recipients, lastUserId } = campaign;
    const limit = Math.min(BATCH, maxRecipients - recipients);
    const userIds = await listSegment(tx, segment, lastUserId, limit);
    const notes = userIds.map((userId) => ({
      userId,
      kind: 'OFFER' as const,
      cause: `CAMPAIGN:${id}`,
      orderId: null,
      write: () => ({ subject, body }),
    }));
    const made = await notify(tx, notes, parts);
    const last = userIds.at(-1);
    const reached = recipients + userIds.length;
    if (last !== undefined) await saveProgress(tx, id, { lastUserId: last, recipients: reached });
    if (userIds.length < limit || reached >= maxRecipients) {
      await endCampaign(tx, id, 'DONE', now());
    }
    return made;
  });
  await announce(parts, created);
  return created.length;
}

async function isQueueFull(tx: Tx): Promise<boolean> {
  return (await countPostponed(tx, MAX_WAITING)) >= MAX_WAITING;
}
