import type { BusMessage } from '#platform/bus/bus.ts';
import { NOTIFICATION_EVENTS, type NotificationEvent } from '#schema/events/notification-events.ts';
import type { NotificationChannel, NotificationPriority } from '../domain/notification.ts';

/** Asks for a notification to be sent, in the topic of its priority. */
export function notificationRequest(
  {
    notificationId,
    userId,
    channel,
    priority,
  }: {
    notificationId: string;
    userId: string;
    channel: NotificationChannel;
    priority: NotificationPriority;
  },
  { now, newId }: { now: () => Date; newId: () => string },
): BusMessage {
  const event: NotificationEvent = {
    type: 'notification.requested',
    data: { notificationId, userId, channel },
  };
  const envelope = { id: newId(), key: userId, time: now().toISOString(), ...event };
  return { topic: NOTIFICATION_EVENTS[priority], envelope };
}
