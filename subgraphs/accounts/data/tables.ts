import type { Generated, Kysely, Transaction } from 'kysely';
import type { MessagingTables } from '#platform/messaging/tables.ts';
import type {
  NotificationChannel,
  NotificationKind,
  NotificationStatus,
} from '../domain/notification.ts';
import type { CampaignState } from '../domain/campaign.ts';
import type { DevicePlatform } from '../domain/device.ts';
import type { Role } from '../domain/roles.ts';

export interface UserTable {
  id: string;
  email: string;
  password_hash: string;
  name: string;
  username: string | null;
  avatar_url: string | null;
  avatar_key: string | null;
  phone: string | null;
  roles: Role[];
  order_emails: boolean;
  marketing_emails: boolean;
  order_sms: boolean;
  order_push: boolean;
  marketing_sms: boolean;
  marketing_push: boolean;
  language: string;
  created_at: Date;
}

export interface Tables extends MessagingTables {
  user: UserTable;
  address: {
    id: string;
    user_id: string;
    recipient: string;
    line1: string;
    line2: string | null;
    city: string;
    region: string | null;
    postal_code: string;
    country: string;
    is_default: boolean;
    created_at: Date;
  };
  session: {
    id: string;
    user_id: string;
    created_at: Date;
    expires_at: Date;
    revoked_at: Date | null;
  };
  refresh_token: {
    hash: Buffer;
    session_id: string;
    user_id: string;
    created_at: Date;
    used_at: Date | null;
  };
  partner_key: {
    id: string;
    hash: Buffer;
    prefix: string;
    name: string;
    scopes: string[];
    created_at: Date;
    revoked_at: Date | null;
    points_per_minute: number | null;
  };
  registered_operation: {
    id: string;
    hash: Buffer;
    text: string;
    partner_key_id: string | null;
    created_at: Date;
  };
  notification: {
    id: string;
    user_id: string;
    cause: string;
    kind: NotificationKind;
    /** An index of PRIORITIES. */
    priority: number;
    channel: NotificationChannel;
    status: NotificationStatus;
    failures: Generated<number>;
    retry_at: Date | null;
    subject: string;
    body: string;
    order_id: string | null;
    created_at: Date;
    sent_at: Date | null;
    read_at: Date | null;
  };
  device: {
    id: string;
    user_id: string;
    token: string;
    platform: DevicePlatform;
    created_at: Date;
  };
  campaign: {
    id: string;
    idempotency_key: string;
    subject: string;
    body: string;
    language: string | null;
    registered_from: Date | null;
    registered_before: Date | null;
    max_recipients: number;
    created_by: string;
    created_at: Date;
    state: CampaignState;
    last_user_id: string | null;
    recipients: Generated<number>;
    ended_at: Date | null;
  };
  mailbox: {
    notification_id: string;
    channel: NotificationChannel;
    user_id: string;
    message_id: string;
    sender: string;
    recipient: string;
    subject: string;
    body: string;
    delivered_at: Date;
  };
  order_customer: {
    order_id: string;
    user_id: string | null;
    currency: string | null;
    refunded_cents: number | null;
  };
}

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;
