import {
  bindPlacements,
  claimCheckout,
  findPlaced,
  unbindPlacements,
  type CheckoutKey,
  type Claim,
  type Placement,
} from '../data/checkout-request.repository.ts';
import type { Db, Tx } from '../data/tables.ts';

/** The guard that makes one order of a key, however often it is sent. */
export interface CheckoutRequests {
  claim: (key: CheckoutKey, newOrderId: string, now: Date) => Promise<Claim>;
  findPlaced: (key: CheckoutKey) => Promise<Exclude<Claim, { state: 'OPEN' }> | undefined>;
  bind: (tx: Tx, placements: readonly Placement[], now: Date) => Promise<ReadonlySet<string>>;
  unbind: (tx: Tx, placements: readonly Placement[]) => Promise<void>;
}

export function createCheckoutRequests(db: Db): CheckoutRequests {
  return {
    claim: (key, newOrderId, now) => claimCheckout(db, key, newOrderId, now),
    findPlaced: (key) => findPlaced(db, key),
    bind: bindPlacements,
    unbind: unbindPlacements,
  };
}
