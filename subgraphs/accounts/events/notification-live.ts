import type { Live } from '#platform/live/live.ts';
import type { Log } from '#platform/telemetry/log.ts';
import type { Metrics } from '#platform/telemetry/metrics.ts';
import type { Notification } from '../domain/notification.ts';
import { countNotifications } from './notification-metric.ts';

/** Where a user's notifications are announced as they are created. */
export const notificationChannelOf = (userId: string) => `accounts:{${userId}}:notifications`;

export interface NotificationAnnouncement {
  notificationId: string;
}

export interface AnnounceParts {
  live: Pick<Live, 'publish'>;
  log: Log;
  metrics: Metrics;
}

/** After the commit. It may be lost; the list has the notification anyway. */
export async function announce(
  { live, log, metrics }: AnnounceParts,
  created: readonly Notification[],
): Promise<void> {
  for (const { channel, status } of created) countNotifications(metrics).inc({ channel, status });
  // What only repeats another by a further channel was read from the start.
  const fresh = created.filter(({ readAt }) => readAt === null);
  await Promise.all(
    fresh.map(({ id, userId }) => {
      const announcement: NotificationAnnouncement = { notificationId: id };
      return live.publish(notificationChannelOf(userId), announcement);
    }),
  ).catch((error: unknown) => log.warn({ err: error }, 'notifications were not shown live'));
}
