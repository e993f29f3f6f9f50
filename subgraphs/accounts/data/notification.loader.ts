import DataLoader from 'dataloader';
import type { PageRequest } from '#platform/graphql/page.ts';
import type { Notification } from '../domain/notification.ts';
import {
  countNotifications,
  listNotifications,
  type NotificationCount,
} from './notification.repository.ts';
import type { Db } from './tables.ts';

export interface NotificationQuery {
  userId: string;
  unreadOnly: boolean;
  page: PageRequest;
}

const listOf = ({ unreadOnly, page }: NotificationQuery) => JSON.stringify([unreadOnly, page]);

/** Users of one list field share their arguments, so they share one statement. */
export function createNotificationLoader(db: Db) {
  return new DataLoader<NotificationQuery, Notification[], string>(
    async (queries) => {
      const pages = await Promise.all(
        Array.from(Map.groupBy(queries, listOf), async ([list, [first, ...others]]) => {
          if (first === undefined) return [list, new Map<string, Notification[]>()] as const;
          const userIds = [first, ...others].map(({ userId }) => userId);
          const found = await listNotifications(db, userIds, first.unreadOnly, first.page);
          return [list, Map.groupBy(found, ({ userId }) => userId)] as const;
        }),
      );
      const byList = new Map(pages);
      return queries.map((query) => byList.get(listOf(query))?.get(query.userId) ?? []);
    },
    { cacheKeyFn: (query) => `${query.userId} ${listOf(query)}` },
  );
}

export function createNotificationCountLoader(db: Db) {
  return new DataLoader<string, NotificationCount>(async (userIds) => {
    const counts = await countNotifications(db, userIds);
    const byUser = new Map(counts.map((count) => [count.userId, count]));
    return userIds.map((userId) => byUser.get(userId) ?? { userId, total: 0, unread: 0 });
  });
}
