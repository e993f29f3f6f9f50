import type { ColumnType, Generated, JSONColumnType, Kysely, Transaction } from 'kysely';
import type { MessagingTables } from '#platform/messaging/tables.ts';
import type { CancellationReason } from '#schema/events/order-events.ts';
import type { PaymentFailure } from '#schema/events/payment-events.ts';
import type { OrderStatus, ShippingAddress } from '../domain/order.ts';
import type { PaymentStatus } from '../domain/payment.ts';
import type { ShipmentStatus } from '../domain/shipment.ts';

export interface Tables extends MessagingTables {
  cart: { user_id: string; version: number };
  cart_item: { user_id: string; product_id: string; quantity: number; added_at: Date };
  customer_order: {
    id: string;
    user_id: string;
    status: OrderStatus;
    subtotal_cents: number;
    shipping_cents: number;
    total_cents: number;
    currency: string;
    address: JSONColumnType<ShippingAddress>;
    payment_token: string;
    payment_method: string;
    cancellation_reason: CancellationReason | null;
    estimated_delivery_at: Date | null;
    is_stock_committed: Generated<boolean>;
    shipment_id: string | null;
    shipment_attempt: Generated<number>;
    is_refund_requested: Generated<boolean>;
    is_refunded: Generated<boolean>;
    placed_at: Date;
    updated_at: Date;
    version: number;
    next_sweep_at: Date | null;
    client_ip: string | null;
    flash_sale_id: string | null;
  };
  order_line: {
    order_id: string;
    position: number;
    user_id: string;
    product_id: string;
    product_name: string;
    quantity: number;
    unit_price_cents: number;
    placed_at: Date;
    order_total_cents: number;
  };
  sold_name: { product_id: string; product_name: string };
  order_timeline: {
    order_id: string;
    seq: number;
    user_id: string;
    status: OrderStatus;
    at: Date;
    message: string;
  };
  payment: {
    order_id: string;
    user_id: string;
    status: PaymentStatus;
    amount_cents: number;
    currency: string;
    method: string;
    failure: PaymentFailure | null;
    attempts: Generated<number>;
    created_at: Date;
    charged_at: Date | null;
    refunded_at: Date | null;
  };
  shipment: {
    id: string;
    order_id: string;
    user_id: string;
    attempt: number;
    carrier: string;
    tracking_number: string;
    status: ShipmentStatus;
    estimated_delivery_at: Date;
    next_step_at: Date | null;
    created_at: Date;
    updated_at: Date;
  };
  checkout_request: {
    user_id: string;
    key: string;
    request_hash: string;
    order_id: string;
    created_at: Date;
    placed_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  };
  flash_request: {
    order_id: string;
    user_id: string;
    sale_id: string;
    key: string;
    content_hash: string;
    quantity: number;
    address: JSONColumnType<ShippingAddress>;
    client_ip: string | null;
    payment_token: string;
    payment_method: string;
    state: 'QUEUED' | 'PLACED' | 'REFUSED';
    refusal: 'SOLD_OUT' | 'ENDED' | 'LIMIT_REACHED' | null;
    refusal_units: number | null;
    created_at: Date;
    updated_at: Date;
  };
  order_command: {
    user_id: string;
    key: string;
    content: string;
    answer: ColumnType<unknown, string | null | undefined, string | null>;
    created_at: Date;
  };
  provider_charge: {
    idempotency_key: string;
    amount_cents: number;
    token: string;
    outcome: 'CHARGED' | 'CARD_DECLINED' | 'INSUFFICIENT_FUNDS' | 'CLOSED';
    created_at: Date;
    refunded_at: Date | null;
  };
  provider_fault: { idempotency_key: string; faults: number };
}

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;
