import { z } from 'zod';
import { event } from './event.ts';

/** Topics of messages to people, one a priority, key: user id. Published and consumed by accounts. */
export const NOTIFICATION_EVENTS = {
  HIGH: 'notification-events.high',
  NORMAL: 'notification-events',
  LOW: 'notification-events.low',
} as const;

export const notificationChannel = z.enum(['EMAIL', 'SMS', 'PUSH']);

export const notificationEvent = z.discriminatedUnion('type', [
  event('notification.requested', {
    notificationId: z.string(),
    userId: z.string(),
    channel: notificationChannel,
  }),
]);
export type NotificationEvent = z.infer<typeof notificationEvent>;
