/** Where a user's notifications are announced as they are created. */
export const notificationChannelOf = (userId: string) => `accounts:{${userId}}:notifications`;

export interface NotificationAnnouncement {
  notificationId: string;
}
