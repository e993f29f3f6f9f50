export type NotificationKind =
  | 'WELCOME'
  | 'ORDER_CONFIRMED'
  | 'ORDER_SHIPPED'
  | 'ORDER_DELIVERED'
  | 'ORDER_CANCELLED'
  | 'PAYMENT_REFUNDED';
export type NotificationChannel = 'EMAIL' | 'SMS' | 'PUSH';
export type NotificationStatus = 'QUEUED' | 'SENT' | 'FAILED';

export interface Notification {
  id: string;
  userId: string;
  kind: NotificationKind;
  channel: NotificationChannel;
  status: NotificationStatus;
  subject: string;
  body: string;
  orderId: string | null;
  createdAt: Date;
  sentAt: Date | null;
  readAt: Date | null;
}
