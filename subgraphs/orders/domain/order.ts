import type { CancellationReason, OrderLine } from '#schema/events/order-events.ts';

export const ORDER_STATUSES = [
  'PENDING',
  'AWAITING_PAYMENT',
  'CONFIRMED',
  'PROCESSING',
  'SHIPPED',
  'DELIVERED',
  'CANCELLED',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export interface ShippingAddress {
  recipient: string;
  line1: string;
  line2: string | null;
  city: string;
  region: string | null;
  postalCode: string;
  country: string;
}

export interface Parcel {
  shipmentId: string;
  carrier: string;
  trackingNumber: string;
}

/** What the saga decides by. */
export interface OrderState {
  id: string;
  userId: string;
  status: OrderStatus;
  /** Null when they were not read: see `announcesLines`. */
  lines: readonly OrderLine[] | null;
  totalCents: number;
  currency: string;
  cancellationReason: CancellationReason | null;
  estimatedDeliveryAt: Date | null;
  isStockCommitted: boolean;
  /** What is being packed or carried; null between two attempts. */
  parcel: Parcel | null;
  /** Counts the parcels, from 1. */
  shipmentAttempt: number;
  /** The shop gives the money back although it has been shipped; `isRefunded` follows. */
  isRefundRequested: boolean;
  isRefunded: boolean;
  placedAt: Date;
  updatedAt: Date;
  version: number;
}

export interface TimelineEntry {
  status: OrderStatus;
  at: Date;
  message: string;
}

export function isFinal(status: OrderStatus): boolean {
  return status === 'DELIVERED' || status === 'CANCELLED';
}

/** Whether the money that the shop wants to give back is still on its way. */
export function awaitsRefund({ isRefundRequested, isRefunded }: OrderState): boolean {
  return isRefundRequested && !isRefunded;
}

/** As far as the order alone can tell: a parcel that has left stops it too. */
export function mayBeCancelled(status: OrderStatus): boolean {
  return !isFinal(status) && status !== 'SHIPPED';
}
