import type { JSONColumnType, Kysely, Transaction } from 'kysely';
import type { MessagingTables } from '#platform/messaging/tables.ts';
import type { MediaFile } from '../domain/media.ts';
import type { MessageType } from '../domain/message-type.ts';

export interface Tables extends MessagingTables {
  conversation: {
    id: string;
    low_user_id: string;
    high_user_id: string;
    last_sequence: number;
    created_at: Date;
  };
  conversation_member: {
    user_id: string;
    conversation_id: string;
    other_user_id: string;
    unread_count: number;
    delivered_sequence: number;
    delivered_at: Date | null;
    read_sequence: number;
    read_at: Date | null;
    last_activity_at: Date;
  };
  message: {
    conversation_id: string;
    sequence: number;
    sender_id: string;
    client_id: string;
    type: MessageType;
    text: string | null;
    media: JSONColumnType<MediaFile> | null;
    reply_to_sequence: number | null;
    reactions: JSONColumnType<Record<string, string>> | null;
    created_at: Date;
    edited_at: Date | null;
    deleted_at: Date | null;
  };
  contact: { user_id: string; contact_id: string; created_at: Date };
  blocked_user: { user_id: string; blocked_id: string; created_at: Date };
  message_report: {
    id: string;
    conversation_id: string;
    sequence: number;
    reported_by: string;
    reason: string;
    created_at: Date;
    resolved_at: Date | null;
    resolved_by: string | null;
    resolution: 'KEPT' | 'DELETED' | null;
  };
  last_seen: { user_id: string; seen_at: Date };
  activity_minute: {
    started_at: Date;
    messages: number;
    deliveries: number;
    delivery_ms: bigint;
  };
}

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;
