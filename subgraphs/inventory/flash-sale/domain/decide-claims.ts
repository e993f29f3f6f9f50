import { isOver, type FlashSale } from './flash-sale.ts';

/** An order that wants units of a sale. */
export interface FlashClaim {
  saleId: string;
  orderId: string;
  userId: string;
  quantity: number;
  idempotencyKey: string;
  contentHash: string;
}

/** The order that a key belongs to. */
export interface KnownClaim {
  orderId: string;
  contentHash: string;
  holdsUnits: boolean;
}

export type ClaimDecision =
  | { answer: 'CLAIMED' | 'RELEASED'; orderId: string }
  | { answer: 'SOLD_OUT' | 'LIMIT_REACHED'; units: number }
  | { answer: 'NOT_STARTED'; startsAt: Date }
  | { answer: 'ENDED' | 'CONFLICT' | 'UNKNOWN_SALE' };

export interface ClaimState {
  sales: readonly FlashSale[];
  /** Units of a user in a sale, by `buyerKey`. */
  bought: ReadonlyMap<string, number>;
  /** By `purchaseKey`. */
  known: ReadonlyMap<string, KnownClaim>;
}

export const buyerKey = (it: { saleId: string; userId: string }): string =>
  `${it.saleId}/${it.userId}`;

export const purchaseKey = (it: {
  saleId: string;
  userId: string;
  idempotencyKey: string;
}): string => `${it.saleId}/${it.userId}/${it.idempotencyKey}`;

/** Decides claims one after the other, each on what those before it have left. */
export function decideClaims(
  claims: readonly FlashClaim[],
  { sales, bought, known }: ClaimState,
  now: Date,
): { decisions: ClaimDecision[]; granted: FlashClaim[] } {
  const bySale = new Map(sales.map((sale) => [sale.id, sale]));
  const left = new Map(sales.map(({ id, available }) => [id, available]));
  const units = new Map(bought);
  const orders = new Map(known);
  const granted: FlashClaim[] = [];

  const decisions = claims.map((claim): ClaimDecision => {
    const { saleId, orderId, quantity, contentHash } = claim;
    const sale = bySale.get(saleId);
    if (sale === undefined) return { answer: 'UNKNOWN_SALE' };

    const earlier = orders.get(purchaseKey(claim));
    if (earlier !== undefined) {
      if (earlier.contentHash !== contentHash) return { answer: 'CONFLICT' };
      return { answer: earlier.holdsUnits ? 'CLAIMED' : 'RELEASED', orderId: earlier.orderId };
    }
    if (isOver(sale, now)) return { answer: 'ENDED' };
    if (sale.startsAt > now) return { answer: 'NOT_STARTED', startsAt: sale.startsAt };

    const has = units.get(buyerKey(claim)) ?? 0;
    if (has + quantity > sale.limitPerUser) return { answer: 'LIMIT_REACHED', units: has };
    const available = left.get(saleId) ?? 0;
    if (quantity > available) return { answer: 'SOLD_OUT', units: available };

    left.set(saleId, available - quantity);
    units.set(buyerKey(claim), has + quantity);
    orders.set(purchaseKey(claim), { orderId, contentHash, holdsUnits: true });
    granted.push(claim);
    return { answer: 'CLAIMED', orderId };
  });
  return { decisions, granted };
}
