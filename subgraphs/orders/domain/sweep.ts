import { isFinal, type OrderState, type OrderStatus } from './order.ts';

/** How long an order may stay where it is. */
export interface SweepLimits {
  /** After which its step is announced again. */
  stallMs: number;
  /** After which an order that is not paid is cancelled. */
  giveUpMs: number;
  /** What the carrier needs for packing and for the way, on top. */
  packMs: number;
  transitMs: number;
}

/** When the sweeper looks at an order that stays as it is; null when it has ended. */
export function nextSweepAt(status: OrderStatus, now: Date, limits: SweepLimits): Date | null {
  if (isFinal(status)) return null;
  const { stallMs, packMs, transitMs } = limits;
  const onItsWayMs = status === 'PROCESSING' ? packMs : status === 'SHIPPED' ? transitMs : 0;
  return new Date(now.getTime() + stallMs + onItsWayMs);
}

/** Whether the sweeper gives an order up; one that is paid is driven on for ever. */
export function isHopeless(order: OrderState, now: Date, { giveUpMs }: SweepLimits): boolean {
  const isUnpaid = order.status === 'PENDING' || order.status === 'AWAITING_PAYMENT';
  return isUnpaid && now.getTime() - order.updatedAt.getTime() >= giveUpMs;
}
