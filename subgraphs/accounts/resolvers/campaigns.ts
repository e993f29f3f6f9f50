import { AppError } from '#platform/errors.ts';
import { createPage, readPageRequest } from '#platform/graphql/page.ts';
import { requireScope, requireUser } from '#platform/identity/viewer.ts';
import { endCampaign, insertCampaign, listCampaigns } from '../data/campaign.repository.ts';
import { listMailbox } from '../data/mailbox.ts';
import { positionOf } from '../data/newest-first.ts';
import { isId } from '#platform/database/ids.ts';
import { announce } from '../events/notification-live.ts';
import type {
  CampaignResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../generated/resolvers.ts';
import { notify } from '../notify.ts';
import { campaignInput, readInput, sendNotificationInput } from './inputs.ts';

export const campaignQueries = {
  async campaigns(_root, args, { viewer, store }) {
    requireScope(viewer, 'accounts:read');
    const page = readPageRequest(args, 'campaigns');
    return createPage(await listCampaigns(store.db, page), page, 'campaigns', positionOf);
  },

  async localMailbox(_root, args, { viewer, store }) {
    requireScope(viewer, 'accounts:read');
    const page = readPageRequest(args, 'mailbox');
    return createPage(await listMailbox(store.db, page), page, 'mailbox', positionOf);
  },
} satisfies QueryResolvers;

export const campaignMutations = {
  async sendNotification(
    _root,
    { input },
    { viewer, store, notifying, live, log, metrics, users },
  ) {
    requireScope(viewer, 'accounts:write');
    const { userId, subject, body, channels, idempotencyKey } = readInput(
      sendNotificationInput,
      input,
    );
    const user = isId(userId) ? await users.load(userId) : undefined;
    if (user == null) throw new AppError('NOT_FOUND', `there is no user ${userId}`);
    if (channels?.includes('SMS') === true && user.phone === null) {
      throw new AppError(
        'BAD_USER_INPUT',
        'channels must not contain SMS: the user has no phone number',
      );
    }
    const note = {
      userId,
      kind: 'ANNOUNCEMENT' as const,
      cause: `ANNOUNCEMENT:${idempotencyKey}`,
      orderId: null,
      write: () => ({ subject, body }),
      ...(channels !== undefined && channels.length > 0 && { channels }),
    };
    const created = await store.transact((tx) => notify(tx, [note], notifying));
    await announce({ live, log, metrics }, created);
    return { notifications: created };
  },

  async startCampaign(_root, { input }, { viewer, store, now, newId, maxRecipients }) {
    requireScope(viewer, 'accounts:write');
    const { userId } = requireUser(viewer);
    const { language, registeredFrom, registeredBefore, ...campaign } = readInput(
      campaignInput,
      input,
    );
    const most = campaign.maxRecipients ?? maxRecipients;
    if (most > maxRecipients) {
      throw new AppError('BAD_USER_INPUT', `maxRecipients must be at most ${maxRecipients}`);
    }
    return store.transact((tx) =>
      insertCampaign(tx, {
        ...campaign,
        id: newId(),
        segment: { language, registeredFrom, registeredBefore },
        maxRecipients: most,
        createdBy: userId,
        createdAt: now(),
      }),
    );
  },

  async cancelCampaign(_root, { id }, { viewer, store, now }) {
    requireScope(viewer, 'accounts:write');
    const campaign = isId(id)
      ? await store.transact((tx) => endCampaign(tx, id, 'CANCELLED', now()))
      : undefined;
    if (campaign === undefined) throw new AppError('NOT_FOUND', `there is no campaign ${id}`);
    return campaign;
  },
} satisfies MutationResolvers;

export const campaignFields = {
  language: ({ segment }) => segment.language,
  registeredFrom: ({ segment }) => segment.registeredFrom,
  registeredBefore: ({ segment }) => segment.registeredBefore,
} satisfies CampaignResolvers;
