import type { CopyValue } from '../loading/copy-encoding.ts';
import type { CopyTable } from '../loading/copy-rows.ts';
import type { OrderEnding } from './order-ending.ts';
import type { OrderSeed } from './order-seed.ts';

type Row = CopyValue[];

const CURRENCY = 'USD';
/** The sweeper looks at an order when its parcel should have moved long ago. */
const SWEEP_AFTER_DUE_MS = 3_600_000;
const DELIVERY_AFTER_DUE_MS = 2 * 24 * 3_600_000;
/** The payment step asks the provider this often before it gives up. */
const ATTEMPTS_UNTIL_TIMED_OUT = 3;

const FAILURES: Partial<Record<OrderEnding, string>> = {
  PAYMENT_DECLINED: 'CARD_DECLINED',
  INSUFFICIENT_FUNDS: 'INSUFFICIENT_FUNDS',
  PAYMENT_TIMED_OUT: 'TIMED_OUT',
};

export const ORDERS: CopyTable = {
  name: 'customer_order',
  columns: {
    id: 'uuid',
    user_id: 'uuid',
    status: 'text',
    subtotal_cents: 'int4',
    shipping_cents: 'int4',
    total_cents: 'int4',
    currency: 'text',
    address: 'jsonb',
    payment_token: 'text',
    payment_method: 'text',
    cancellation_reason: 'text',
    estimated_delivery_at: 'timestamptz',
    is_stock_committed: 'bool',
    shipment_id: 'uuid',
    is_refunded: 'bool',
    placed_at: 'timestamptz',
    updated_at: 'timestamptz',
    version: 'int4',
    next_sweep_at: 'timestamptz',
    client_ip: 'inet',
  },
};

export function toOrder(order: OrderSeed): Row {
  const last = order.entries.at(-1);
  return [
    order.id,
    order.userId,
    order.status,
    order.subtotalCents,
    order.shippingCents,
    order.totalCents,
    CURRENCY,
    order.addressJson,
    order.token,
    order.method,
    order.cancellationReason,
    order.status === 'CANCELLED' ? null : estimatedDelivery(order),
    order.chargedAt !== null,
    hasParcel(order) ? order.parcel.id : null,
    order.refundedAt !== null,
    order.placedAt,
    last?.at ?? order.placedAt,
    last?.version ?? 1,
    isOnTheWay(order) ? new Date(order.dueAt.getTime() + SWEEP_AFTER_DUE_MS) : null,
    order.clientIp,
  ];
}

export const LINES: CopyTable = {
  name: 'order_line',
  columns: {
    order_id: 'uuid',
    position: 'int4',
    user_id: 'uuid',
    product_id: 'uuid',
    product_name: 'text',
    quantity: 'int4',
    unit_price_cents: 'int4',
    placed_at: 'timestamptz',
    order_total_cents: 'int4',
  },
};

export function toLines({ id, userId, lines, placedAt, totalCents }: OrderSeed): Row[] {
  return lines.map(({ product, quantity }, position) => [
    id,
    position,
    userId,
    product.id,
    product.name,
    quantity,
    product.priceCents,
    placedAt,
    totalCents,
  ]);
}

export const TIMELINES: CopyTable = {
  name: 'order_timeline',
  columns: {
    order_id: 'uuid',
    seq: 'int4',
    user_id: 'uuid',
    status: 'text',
    at: 'timestamptz',
    message: 'text',
  },
};

export function toTimeline({ id, userId, entries }: OrderSeed): Row[] {
  return entries.map(({ status, at, message, version }) => [
    id,
    version,
    userId,
    status,
    at,
    message,
  ]);
}

export const PAYMENTS: CopyTable = {
  name: 'payment',
  columns: {
    order_id: 'uuid',
    user_id: 'uuid',
    status: 'text',
    amount_cents: 'int4',
    currency: 'text',
    method: 'text',
    failure: 'text',
    attempts: 'int4',
    created_at: 'timestamptz',
    charged_at: 'timestamptz',
    refunded_at: 'timestamptz',
  },
};

/** There is one as soon as stock was reserved. */
export function toPayment(order: OrderSeed): Row[] {
  const reserved = order.entries.find(({ status }) => status === 'AWAITING_PAYMENT');
  if (reserved === undefined) return [];
  const failure = FAILURES[order.ending] ?? null;
  const status = order.refundedAt !== null ? 'REFUNDED' : failure === null ? 'SUCCEEDED' : 'FAILED';
  return [
    [
      order.id,
      order.userId,
      status,
      order.totalCents,
      CURRENCY,
      order.method,
      failure,
      failure === 'TIMED_OUT' ? ATTEMPTS_UNTIL_TIMED_OUT : 1,
      reserved.at,
      order.chargedAt,
      order.refundedAt,
    ],
  ];
}

export const SHIPMENTS: CopyTable = {
  name: 'shipment',
  columns: {
    id: 'uuid',
    order_id: 'uuid',
    user_id: 'uuid',
    attempt: 'int4',
    carrier: 'text',
    tracking_number: 'text',
    status: 'text',
    estimated_delivery_at: 'timestamptz',
    next_step_at: 'timestamptz',
    created_at: 'timestamptz',
    updated_at: 'timestamptz',
  },
};

export function toShipment(order: OrderSeed): Row[] {
  if (!hasParcel(order) || order.chargedAt === null) return [];
  return [
    [
      order.parcel.id,
      order.id,
      order.userId,
      1,
      order.parcel.carrier,
      order.parcel.trackingNumber,
      shipmentStatus(order),
      estimatedDelivery(order) ?? order.chargedAt,
      isOnTheWay(order) ? order.dueAt : null,
      order.chargedAt,
      order.entries.at(-1)?.at ?? order.chargedAt,
    ],
  ];
}

export const CHARGES: CopyTable = {
  name: 'provider_charge',
  columns: {
    idempotency_key: 'text',
    amount_cents: 'int4',
    token: 'text',
    outcome: 'text',
    created_at: 'timestamptz',
  },
};

/** The provider only has to know charges that can still be given back. */
export function toCharge({ id, status, totalCents, token, chargedAt }: OrderSeed): Row[] {
  if (chargedAt === null || (status !== 'PROCESSING' && status !== 'SHIPPED')) return [];
  return [[id, totalCents, token, 'CHARGED', chargedAt]];
}

function hasParcel({ chargedAt }: OrderSeed): boolean {
  return chargedAt !== null;
}

function isOnTheWay({ status }: OrderSeed): boolean {
  return status !== 'DELIVERED' && status !== 'CANCELLED';
}

function shipmentStatus({ status }: OrderSeed): string {
  if (status === 'DELIVERED' || status === 'CANCELLED') return status;
  return status === 'SHIPPED' ? 'IN_TRANSIT' : 'CREATED';
}

function estimatedDelivery(order: OrderSeed): Date | null {
  if (order.chargedAt === null) return null;
  if (order.status === 'SHIPPED') return order.dueAt;
  if (order.status === 'PROCESSING') return new Date(order.dueAt.getTime() + DELIVERY_AFTER_DUE_MS);
  return new Date(order.chargedAt.getTime() + DELIVERY_AFTER_DUE_MS);
}
