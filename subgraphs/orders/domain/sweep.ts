import { awaitsRefund, isFinal, type OrderState, type OrderStatus } from './order.ts';

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

/** A charge is in the memory of one process, and with that it is lost: somebody waits for it. */
const CHARGE_STALL_MS = 5_000;

/** When the sweeper looks at an order that stays as it is; null when it has ended. */
export function nextSweepAt(status: OrderStatus, now: Date, limits: SweepLimits): Date | null {
  if (isFinal(status)) return null;
  const { stallMs, packMs, transitMs } = limits;
  if (status === 'AWAITING_PAYMENT') {
    return new Date(now.getTime() + Math.min(stallMs, CHARGE_STALL_MS));
  }
  const onItsWayMs = status === 'PROCESSING' ? packMs : status === 'SHIPPED' ? transitMs : 0;
  return new Date(now.getTime() + stallMs + onItsWayMs);
}

/** The same for an order, which is not over while its refund is on its way. */
export function nextLookAt(order: OrderState, now: Date, limits: SweepLimits): Date | null {
  const isOver = isFinal(order.status) && !(order.status === 'DELIVERED' && awaitsRefund(order));
  if (isOver) return null;
  return nextSweepAt(order.status, now, limits) ?? new Date(now.getTime() + limits.stallMs);
}

/** No order waits longer for its next announcement. */
const MAX_PAUSE_MS = 300_000;
/** Nor one whose charge a process may have forgotten, */
const MAX_CHARGE_PAUSE_MS = 20_000;
/** unless that would be more often than this before it is given up. */
const MAX_CHARGE_ANNOUNCEMENTS = 30;

/**
 * When the sweeper looks again at an order that it has announced: after as long as the order has stood
 * still already, so that a step that is away for an hour is not asked thousands of times.
 */
export function sweepAgainAt(order: OrderState, now: Date, limits: SweepLimits): Date | null {
  const first = nextLookAt(order, now, limits);
  if (first === null) return null;
  const stoodMs = now.getTime() - order.updatedAt.getTime();
  const mostMs =
    order.status === 'AWAITING_PAYMENT'
      ? Math.max(MAX_CHARGE_PAUSE_MS, limits.giveUpMs / MAX_CHARGE_ANNOUNCEMENTS)
      : Infinity;
  const longestMs = Math.min(stoodMs, mostMs, MAX_PAUSE_MS);
  const pauseMs = Math.max(first.getTime() - now.getTime(), longestMs);
  const giveUpInMs = isUnpaid(order) ? limits.giveUpMs - stoodMs : pauseMs;
  return new Date(now.getTime() + Math.min(pauseMs, giveUpInMs));
}

/** Whether the sweeper gives an order up; one that is paid is driven on for ever. */
export function isHopeless(order: OrderState, now: Date, { giveUpMs }: SweepLimits): boolean {
  return isUnpaid(order) && now.getTime() - order.updatedAt.getTime() >= giveUpMs;
}

const isUnpaid = ({ status }: OrderState) => status === 'PENDING' || status === 'AWAITING_PAYMENT';
