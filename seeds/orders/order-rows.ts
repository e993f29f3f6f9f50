import type { CopyValue } from '../loading/copy-rows.ts';
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

export const ORDER_COLUMNS = [
  'id',
  'user_id',
  'status',
  'subtotal_cents',
  'shipping_cents',
  'total_cents',
  'currency',
  'address',
  'payment_token',
  'payment_method',
  'cancellation_reason',
  'estimated_delivery_at',
  'is_stock_committed',
  'shipment_id',
  'is_refunded',
  'placed_at',
  'updated_at',
  'version',
  'next_sweep_at',
];

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
    JSON.stringify(order.address),
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
  ];
}

export const LINE_COLUMNS = [
  'order_id',
  'position',
  'user_id',
  'product_id',
  'product_name',
  'quantity',
  'unit_price_cents',
  'placed_at',
];

export function toLines({ id, userId, lines, placedAt }: OrderSeed): Row[] {
  return lines.map(({ product, quantity }, position) => [
    id,
    position,
    userId,
    product.id,
    product.name,
    quantity,
    product.priceCents,
    placedAt,
  ]);
}

export const TIMELINE_COLUMNS = ['order_id', 'seq', 'user_id', 'status', 'at', 'message'];

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

export const PAYMENT_COLUMNS = [
  'order_id',
  'user_id',
  'status',
  'amount_cents',
  'currency',
  'method',
  'failure',
  'attempts',
  'created_at',
  'charged_at',
  'refunded_at',
];

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

export const SHIPMENT_COLUMNS = [
  'id',
  'order_id',
  'user_id',
  'attempt',
  'carrier',
  'tracking_number',
  'status',
  'estimated_delivery_at',
  'next_step_at',
  'created_at',
  'updated_at',
];

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

export const CHARGE_COLUMNS = ['idempotency_key', 'amount_cents', 'token', 'outcome', 'created_at'];

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
