import { createHash } from 'node:crypto';
import type { Store } from '#platform/database/store.ts';
import { groupCalls, QueueFull } from '#platform/database/group-calls.ts';
import { AppError } from '#platform/errors.ts';
import type { Log } from '#platform/telemetry/log.ts';
import type { FindProduct } from '../checkout/catalog-products.ts';
import {
  findFlashRequests,
  findFlashRequestsByKey,
  insertWaiting,
} from '../data/flash-request.repository.ts';
import type { Tables } from '../data/tables.ts';
import type { FlashClaims, ClaimAnswer } from './flash-claims.ts';
import type {
  FlashOutcome,
  FlashPurchase,
  FlashRequest,
  KnownFlashRequest,
} from './flash-request.ts';
import {
  placeFlashOrders,
  type ClaimedPurchase,
  type FlashPlacement,
  type PlaceFlashOptions,
} from './place-flash-orders.ts';

export interface FlashDeskOptions extends PlaceFlashOptions {
  store: Store<Tables>;
  claims: FlashClaims;
  findProduct: FindProduct;
  findCard: (token: string) => Promise<string | undefined>;
  log: Log;
}

export interface FlashDesk {
  buy: (purchase: FlashPurchase) => Promise<FlashOutcome>;
  /** Asks for a purchase that waits whether its turn has come. */
  buyInTurn: (request: FlashRequest) => Promise<FlashOutcome>;
  /** What has become of a purchase of this user. */
  follow: (orderId: string, userId: string) => Promise<FlashOutcome | undefined>;
}

/** Purchases in one statement, and how many may wait for one. */
const GROUPS = { maxItems: 200, maxWaiting: 5_000 };
const TRY_AGAIN_MS = 2_000;

/** Inventory decides who gets units; here they become orders, or wait for it. */
export function createFlashDesk(options: FlashDeskOptions): FlashDesk {
  const { store, claims, findProduct, findCard, log, now, newId } = options;
  const place = groupCalls<ClaimedPurchase, FlashPlacement>(GROUPS, (purchases) =>
    placeFlashOrders(options, purchases),
  );
  const storeWaiting = groupCalls<FlashRequest, true>(GROUPS, async (requests) => {
    await insertWaiting(store.db, requests, now());
    return requests.map(() => true);
  });
  const findByKey = groupCalls<FlashPurchase, KnownFlashRequest | undefined>(
    GROUPS,
    async (purchases) => {
      const found = await findFlashRequestsByKey(store.db, purchases);
      const byKey = new Map(found.map((it) => [`${it.userId}/${it.idempotencyKey}`, it]));
      return purchases.map((it) => byKey.get(`${it.userId}/${it.idempotencyKey}`));
    },
  );

  return {
    async buy(purchase) {
      const paymentMethod = await findCard(purchase.paymentToken);
      if (paymentMethod === undefined) {
        throw new AppError('BAD_USER_INPUT', 'paymentToken is not one that the provider knows');
      }
      const contentHash = hashContent(purchase);
      const request = { ...purchase, orderId: newId(), contentHash, paymentMethod };
      return busyWhenFull(() => attempt(request, false));
    },

    buyInTurn: (request) => attempt(request, true),

    async follow(orderId, userId) {
      const [known] = await findFlashRequests(store.db, [orderId]);
      return known?.userId === userId ? outcomeOf(known) : undefined;
    },
  };

  async function attempt(request: FlashRequest, isWaiting: boolean): Promise<FlashOutcome> {
    const said = await claims.claim({ ...claimOf(request), isWaiting });
    switch (said.answer) {
      case 'CLAIMED':
        return placeClaimed({ ...request, orderId: said.orderId }, said);
      case 'QUEUED':
        return waitInQueue({ ...request, orderId: said.orderId }, said);
      case 'RELEASED':
        // Who waits and had its units has them no more: its order was not placed in time.
        return (isWaiting ? undefined : await knownOutcome(request)) ?? { kind: 'LAPSED' };
      default:
        // The answer of the first request stands, also when the sale has ended since.
        return (isWaiting ? undefined : await knownOutcome(request)) ?? refusalOf(request, said);
    }
  }

  async function placeClaimed(
    request: FlashRequest,
    claim: Extract<ClaimAnswer, { answer: 'CLAIMED' }>,
  ): Promise<FlashOutcome> {
    const { orderId } = request;
    const product = await findProduct(claim.productId);
    if (product === undefined) {
      await claims.release(orderId);
      throw new AppError('NOT_FOUND', 'the product is not in the catalog any more');
    }
    const { id, name } = product;
    const { priceCents, currency } = claim;
    const placement = await place({ request, product: { id, name, priceCents, currency } });
    if (placement !== 'KEY_TAKEN')
      return { kind: 'PLACED', orderId, isNew: placement === 'PLACED' };
    await claims.release(orderId);
    return (await knownOutcome(request)) ?? { kind: 'CONFLICT' };
  }

  async function waitInQueue(
    request: FlashRequest,
    { position, waitMs }: { position: number; waitMs: number },
  ): Promise<FlashOutcome> {
    await storeWaiting(request);
    const { saleId, orderId } = request;
    const known = await findByKey(request);
    // Nobody would ask for this place again: the key has another order, or has been refused.
    if (known !== undefined && known.orderId !== orderId) await leave({ saleId, orderId });
    // It may have been its turn meanwhile.
    if (known !== undefined && (known.state !== 'QUEUED' || known.orderId !== orderId)) {
      return known.contentHash === request.contentHash ? outcomeOf(known) : { kind: 'CONFLICT' };
    }
    return { kind: 'QUEUED', saleId, orderId, position, waitMs };
  }

  /** What is not given up is forgotten later: an answer that is known does not fail for it. */
  async function leave(order: { saleId: string; orderId: string }): Promise<void> {
    try {
      await claims.leave(order);
    } catch (error) {
      log.warn({ ...order, err: error }, 'a place in the queue of a flash sale was not given up');
    }
  }

  async function knownOutcome(request: FlashRequest): Promise<FlashOutcome | undefined> {
    const known = await findByKey(request);
    if (known === undefined) return undefined;
    return known.contentHash === request.contentHash ? outcomeOf(known) : { kind: 'CONFLICT' };
  }

  async function outcomeOf(known: KnownFlashRequest): Promise<FlashOutcome> {
    const { saleId, orderId } = known;
    if (known.state === 'PLACED') return { kind: 'PLACED', orderId, isNew: false };
    if (known.state === 'REFUSED') return { kind: 'REFUSED', saleId, refusal: known.refusal };
    // Inventory has forgotten a place whose turn it is just now.
    const { position, waitMs } = (await claims.findPlace({ saleId, orderId })) ?? NEXT;
    return { kind: 'QUEUED', saleId, orderId, position, waitMs };
  }
}

const NEXT = { position: 1, waitMs: 0 };

async function busyWhenFull(work: () => Promise<FlashOutcome>): Promise<FlashOutcome> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof QueueFull) return { kind: 'BUSY', waitMs: TRY_AGAIN_MS };
    throw error;
  }
}

function claimOf(request: FlashRequest) {
  const { saleId, orderId, userId, quantity, idempotencyKey, contentHash } = request;
  return { saleId, orderId, userId, quantity, idempotencyKey, contentHash };
}

type Refused = Exclude<
  ClaimAnswer,
  { answer: 'CLAIMED' } | { answer: 'QUEUED' } | { answer: 'RELEASED' }
>;

function refusalOf({ saleId }: FlashRequest, said: Refused): FlashOutcome {
  switch (said.answer) {
    case 'SOLD_OUT':
    case 'LIMIT_REACHED':
      return { kind: 'REFUSED', saleId, refusal: { answer: said.answer, units: said.units } };
    case 'ENDED':
      return { kind: 'REFUSED', saleId, refusal: { answer: said.answer } };
    case 'NOT_STARTED':
      return { kind: said.answer, startsAt: said.startsAt };
    case 'RATE_LIMITED':
    case 'BUSY':
      return { kind: said.answer, waitMs: said.waitMs };
    case 'CONFLICT':
    case 'UNKNOWN_SALE':
      return { kind: said.answer };
  }
}

function hashContent({ saleId, quantity, paymentToken, address }: FlashPurchase): string {
  const { recipient, line1, line2, city, region, postalCode, country } = address;
  const to = [recipient, line1, line2, city, region, postalCode, country];
  const content = [saleId, quantity, paymentToken, ...to];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
