export type NotificationKind =
  | 'WELCOME'
  | 'ORDER_CONFIRMED'
  | 'ORDER_SHIPPED'
  | 'ORDER_DELIVERED'
  | 'ORDER_CANCELLED'
  | 'PAYMENT_REFUNDED'
  | 'MESSAGES_WAITING'
  | 'ANNOUNCEMENT'
  | 'PLAYER_ACHIEVEMENT'
  | 'SEASON_REWARD'
  | 'OFFER';
export type NotificationChannel = 'EMAIL' | 'SMS' | 'PUSH';
export type NotificationStatus = 'QUEUED' | 'SENT' | 'FAILED';

/** In the order in which they go out. */
export const PRIORITIES = ['HIGH', 'NORMAL', 'LOW'] as const;
export type NotificationPriority = (typeof PRIORITIES)[number];

export interface Notification {
  id: string;
  userId: string;
  kind: NotificationKind;
  priority: NotificationPriority;
  channel: NotificationChannel;
  status: NotificationStatus;
  subject: string;
  body: string;
  orderId: string | null;
  createdAt: Date;
  sentAt: Date | null;
  readAt: Date | null;
}

/** What somebody waits for comes before what somebody likes to know, and that before what we like to tell. */
const BY_KIND: Record<NotificationKind, NotificationPriority> = {
  ORDER_CONFIRMED: 'HIGH',
  ORDER_CANCELLED: 'HIGH',
  PAYMENT_REFUNDED: 'HIGH',
  MESSAGES_WAITING: 'HIGH',
  WELCOME: 'NORMAL',
  ORDER_SHIPPED: 'NORMAL',
  ORDER_DELIVERED: 'NORMAL',
  ANNOUNCEMENT: 'NORMAL',
  PLAYER_ACHIEVEMENT: 'LOW',
  SEASON_REWARD: 'LOW',
  OFFER: 'LOW',
};

export function priorityOf(kind: NotificationKind): NotificationPriority {
  return BY_KIND[kind];
}
