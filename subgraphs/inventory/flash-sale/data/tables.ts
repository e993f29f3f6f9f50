import type { ColumnType } from 'kysely';

export interface FlashSaleTables {
  flash_sale: {
    id: string;
    product_id: string;
    price_cents: number;
    currency: string;
    units: number;
    available: number;
    reserved: number;
    sold: number;
    returned: number;
    limit_per_user: number;
    starts_at: Date;
    ends_at: Date;
    cancelled_at: Date | null;
    warmed_at: Date | null;
    closed_at: Date | null;
    created_by: string;
    created_at: Date;
    updated_at: Date;
    /** A bigint, whose JavaScript type depends on the client's settings. */
    version: ColumnType<number | string, number, number>;
  };
  flash_sale_stock: {
    sale_id: string;
    warehouse_id: string;
    product_id: string;
    units: number;
    available: number;
    reserved: number;
    sold: number;
    returned: number;
  };
  flash_buyer: {
    sale_id: string;
    user_id: string;
    units: number;
    max_units: number;
  };
  flash_claim: {
    order_id: string;
    sale_id: string;
    user_id: string;
    units: number;
    idempotency_key: string;
    content_hash: string;
    created_at: Date;
  };
}
