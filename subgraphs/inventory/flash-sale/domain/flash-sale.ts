/**
 * Units of one product at a price of their own, for a while. They are part of the product's reserved stock:
 * available + reserved + sold + returned = units, always.
 */
export interface FlashSale {
  id: string;
  productId: string;
  priceCents: number;
  currency: string;
  units: number;
  /** Nobody has them. */
  available: number;
  /** Orders hold them until they are paid, cancelled or expired. */
  reserved: number;
  sold: number;
  /** Went back to the product's stock after the end. */
  returned: number;
  limitPerUser: number;
  startsAt: Date;
  endsAt: Date;
  cancelledAt: Date | null;
  /** When Redis was first prepared for it. */
  warmedAt: Date | null;
  createdAt: Date;
  /** Grows with each change, so that copies can tell newer from older. */
  version: number;
}

export type FlashSaleStatus =
  'SCHEDULED' | 'READY' | 'RUNNING' | 'SOLD_OUT' | 'ENDED' | 'CANCELLED';

export function statusOf(sale: FlashSale, now: Date): FlashSaleStatus {
  if (sale.cancelledAt !== null) return 'CANCELLED';
  if (sale.endsAt <= now) return 'ENDED';
  if (sale.startsAt > now) return sale.warmedAt === null ? 'SCHEDULED' : 'READY';
  return sale.available > 0 ? 'RUNNING' : 'SOLD_OUT';
}

export const isOver = (sale: FlashSale, now: Date): boolean =>
  sale.cancelledAt !== null || sale.endsAt <= now;

/** When its status changes next by the clock alone; undefined when it does not. */
export function nextTurn(sale: FlashSale, now: Date): Date | undefined {
  if (isOver(sale, now)) return undefined;
  return sale.startsAt > now ? sale.startsAt : sale.endsAt;
}
