import { z } from 'zod';

/** Topic of messages to people, key: user id. Published and consumed by accounts. */
export const NOTIFICATION_EVENTS = 'notification-events';

export const notificationChannel = z.enum(['EMAIL', 'SMS', 'PUSH']);

export const notificationEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('notification.requested'),
    data: z.object({
      notificationId: z.string(),
      userId: z.string(),
      channel: notificationChannel,
    }),
  }),
]);
export type NotificationEvent = z.infer<typeof notificationEvent>;
