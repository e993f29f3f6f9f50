import type { ColumnType, JSONColumnType, Kysely, Transaction } from 'kysely';
import type { MessagingTables } from '#platform/messaging/tables.ts';
import type { MissingLine } from '#schema/events/inventory-events.ts';
import type { Reservation, ReleaseReason } from '../domain/reservation.ts';
import type { FlashSaleTables } from '../flash-sale/data/tables.ts';

export interface Tables extends MessagingTables, FlashSaleTables {
  warehouse: {
    id: string;
    code: string;
    name: string;
    city: string;
    country: string;
    created_at: Date;
  };
  stock: {
    product_id: string;
    warehouse_id: string;
    available: number;
    reserved: number;
    sold: number;
    received: number;
    set_aside: number;
    updated_at: Date;
  };
  product_stock: {
    product_id: string;
    available: number;
    /** A bigint, whose JavaScript type depends on the client's settings. */
    version: ColumnType<number | string, number, number>;
    updated_at: Date;
  };
  stock_adjustment: {
    id: string;
    product_id: string;
    warehouse_id: string;
    delta: number;
    reason: string;
    idempotency_key: string | null;
    adjusted_by: string;
    created_at: Date;
  };
  reservation: {
    order_id: string;
    status: Reservation['status'];
    expires_at: Date | null;
    release_reason: ReleaseReason | null;
    missing: JSONColumnType<MissingLine[]> | null;
    created_at: Date;
    updated_at: Date;
  };
  reservation_line: {
    order_id: string;
    product_id: string;
    warehouse_id: string;
    quantity: number;
  };
}

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;
