import { AppError } from '#platform/errors.ts';
import { createPage, readPageRequest } from '#platform/graphql/page.ts';
import { requireUser } from '#platform/identity/viewer.ts';
import { positionOf } from '../data/newest-first.ts';
import { findNotification, markNotificationsRead } from '../data/notification.repository.ts';
import {
  notificationChannelOf,
  type NotificationAnnouncement,
} from '../events/notification-live.ts';
import type { Context } from '../context.ts';
import type {
  MutationResolvers,
  NotificationConnectionResolvers,
  SubscriptionResolvers,
  UserNotificationsArgs,
} from '../generated/resolvers.ts';
import type { NotificationConnectionModel, UserModel } from '../models.ts';
import { notificationIds, readInput } from './inputs.ts';
import { maySeePrivately } from './visibility.ts';

const ORDER = 'notifications';

export async function notificationsOf(
  user: UserModel,
  args: Partial<UserNotificationsArgs>,
  { viewer, notifications }: Context,
): Promise<NotificationConnectionModel> {
  const page = readPageRequest(args, ORDER);
  const unreadOnly = args.unreadOnly ?? false;
  const userId = maySeePrivately(user, viewer) ? user.id : undefined;
  const found = userId === undefined ? [] : await notifications.load({ userId, unreadOnly, page });
  return { ...createPage(found, page, ORDER, positionOf), userId, unreadOnly };
}

export const notificationConnectionFields = {
  async totalCount({ userId, unreadOnly }, _args, { notificationCounts }) {
    if (userId === undefined) return 0;
    const { total, unread } = await notificationCounts.load(userId);
    return unreadOnly ? unread : total;
  },
  unreadCount: async ({ userId }, _args, { notificationCounts }) =>
    userId === undefined ? 0 : (await notificationCounts.load(userId)).unread,
} satisfies NotificationConnectionResolvers;

export const notificationMutations = {
  async markNotificationsRead(
    _root,
    args,
    { viewer, store, notifications, notificationCounts, now },
  ) {
    const { userId } = requireUser(viewer);
    const ids = readInput(notificationIds, args.ids);
    const changed = await markNotificationsRead(store.db, userId, ids, now());
    notifications.clearAll();
    notificationCounts.clear(userId);
    return changed;
  },
} satisfies MutationResolvers;

export const notificationSubscriptions = {
  notificationReceived: {
    subscribe(_root, _args, { viewer, live, signal }) {
      const channel = notificationChannelOf(requireUser(viewer).userId);
      return live.subscribe<NotificationAnnouncement>(channel, signal);
    },
    // Read when it is shown, so that the status is that of now.
    async resolve(
      { notificationId }: NotificationAnnouncement,
      _args: unknown,
      { store }: Context,
    ) {
      const notification = await findNotification(store.db, notificationId);
      if (notification !== undefined) return notification;
      throw new AppError('NOT_FOUND', `there is no notification ${notificationId} any more`);
    },
  },
} satisfies SubscriptionResolvers;
