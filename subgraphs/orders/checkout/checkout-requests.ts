import { groupCalls } from '#platform/database/group-calls.ts';
import {
  bindPlacements,
  claimCheckouts,
  findPlaced,
  unbindPlacements,
  type CheckoutKey,
  type Claim,
  type ClaimRequest,
  type Placement,
} from '../data/checkout-request.repository.ts';
import type { Db, Tx } from '../data/tables.ts';

/** The guard that makes one order of a key, however often it is sent. */
export interface CheckoutRequests {
  claim: (key: CheckoutKey, newOrderId: string, now: Date) => Promise<Claim>;
  findPlaced: (key: CheckoutKey) => Promise<Exclude<Claim, { state: 'OPEN' }> | undefined>;
  /** The orders to be placed, with the content that is bound to each: there with the answer of the transaction's next statement. */
  bind: (tx: Tx, placements: readonly Placement[], now: Date) => Promise<() => Map<string, string>>;
  unbind: (tx: Tx, placements: readonly Placement[]) => Promise<void>;
}

/**
 * Claims in one statement, those that wait for it, and how often. Checkouts that are claimed together go on together: one
 * turn of Redis, one question to inventory and one transaction for all of them.
 */
const LIMITS = { maxItems: 200, maxWaiting: 2_000, paceMs: 15, mostRestMs: 40 };

export function createCheckoutRequests(db: Db): CheckoutRequests {
  const claim = groupCalls<{ request: ClaimRequest; now: Date }, Claim>(LIMITS, (claims) => {
    const latest = Math.max(...claims.map(({ now }) => now.getTime()));
    return claimCheckouts(
      db,
      claims.map(({ request }) => request),
      new Date(latest),
    );
  });
  return {
    claim: (key, newOrderId, now) => claim({ request: { ...key, newOrderId }, now }),
    findPlaced: (key) => findPlaced(db, key),
    bind: bindPlacements,
    unbind: unbindPlacements,
  };
}
