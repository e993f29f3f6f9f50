import { z } from 'zod';
import { event } from './event.ts';

/** Topic of messages to people, key: user id. Published and consumed by accounts. */
export const NOTIFICATION_EVENTS = 'notification-events';

export const notificationChannel = z.enum(['EMAIL', 'SMS', 'PUSH']);

export const notificationEvent = z.discriminatedUnion('type', [
  event('notification.requested', {
    notificationId: z.string(),
    userId: z.string(),
    channel: notificationChannel,
  }),
]);
export type NotificationEvent = z.infer<typeof notificationEvent>;
