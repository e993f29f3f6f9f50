import { createBatchedCall, type GraphClient } from '#platform/subgraph/graph-client.ts';
import type { FlashRequest } from './flash-request.ts';

/** What inventory says to a purchase. */
export type ClaimAnswer =
  | { answer: 'CLAIMED'; orderId: string; productId: string; priceCents: number; currency: string }
  | { answer: 'RELEASED'; orderId: string }
  | { answer: 'QUEUED'; orderId: string; position: number; waitMs: number }
  | { answer: 'SOLD_OUT' | 'LIMIT_REACHED'; units: number }
  | { answer: 'NOT_STARTED'; startsAt: Date }
  | { answer: 'RATE_LIMITED' | 'BUSY'; waitMs: number }
  | { answer: 'ENDED' | 'CONFLICT' | 'UNKNOWN_SALE' };

export interface Place {
  position: number;
  waitMs: number;
}

export interface FlashClaims {
  /** Claims the units of a purchase; asking again for the same key changes nothing. */
  claim: (request: Claim) => Promise<ClaimAnswer>;
  /** Gives back what was claimed for an order that was not placed after all. */
  release: (orderId: string) => Promise<void>;
  /** Gives up a place in the queue, of an order that will not be placed. */
  leave: (place: { saleId: string; orderId: string }) => Promise<void>;
  findPlace: (place: { saleId: string; orderId: string }) => Promise<Place | undefined>;
}

export type Claim = Pick<
  FlashRequest,
  'saleId' | 'orderId' | 'userId' | 'quantity' | 'idempotencyKey' | 'contentHash'
> & {
  /** Whether it has a place in the queue, and asks whether its turn has come. */
  isWaiting: boolean;
};

/** Purchases in one question. */
const MAX_CLAIMS = 500;

const CLAIM = `mutation ($claims: [FlashClaimInput!]!) {
  _claimFlashUnits(claims: $claims) {
    answer orderId productId price { amountCents currency } startsAt units position waitMs
  }
}`;
const RELEASE = 'mutation ($orderIds: [ID!]!) { _releaseFlashUnits(orderIds: $orderIds) }';
const LEAVE = 'mutation ($left: [FlashPlaceInput!]!) { _leaveFlashQueues(places: $left) }';
const PLACES = `query ($places: [FlashPlaceInput!]!) {
  _flashPlaces(places: $places) { position waitMs }
}`;

interface Answer {
  answer: ClaimAnswer['answer'];
  orderId: string | null;
  productId: string | null;
  price: { amountCents: number; currency: string } | null;
  startsAt: string | Date | null;
  units: number | null;
  position: number | null;
  waitMs: number | null;
}

/** Claims by inventory; purchases of one moment travel as one operation. */
export function createFlashClaims(graph: GraphClient): FlashClaims {
  return {
    claim: createBatchedCall(MAX_CLAIMS, async (claims) => {
      const { _claimFlashUnits: answers } = await graph.request<{
        _claimFlashUnits: readonly Answer[];
      }>('inventory', CLAIM, { claims });
      return answers.map(toAnswer);
    }),

    release: async (orderId) => {
      await graph.request('inventory', RELEASE, { orderIds: [orderId] });
    },

    leave: createBatchedCall(MAX_CLAIMS, async (left) => {
      await graph.request('inventory', LEAVE, { left });
      return left.map(() => undefined);
    }),

    findPlace: createBatchedCall(MAX_CLAIMS, async (places) => {
      const { _flashPlaces: found } = await graph.request<{
        _flashPlaces: readonly (Place | null)[];
      }>('inventory', PLACES, { places });
      return found.map((place) => place ?? undefined);
    }),
  };
}

function toAnswer(said: Answer): ClaimAnswer {
  const { answer, waitMs, units, orderId, position } = said;
  switch (answer) {
    case 'CLAIMED': {
      const { productId, price } = said;
      if (orderId === null || productId === null || price === null) throw incomplete(answer);
      const { amountCents: priceCents, currency } = price;
      return { answer, orderId, productId, priceCents, currency };
    }
    case 'RELEASED':
      if (orderId === null) throw incomplete(answer);
      return { answer, orderId };
    case 'QUEUED':
      if (orderId === null) throw incomplete(answer);
      return { answer, orderId, position: position ?? 1, waitMs: waitMs ?? 0 };
    case 'SOLD_OUT':
    case 'LIMIT_REACHED':
      return { answer, units: units ?? 0 };
    case 'NOT_STARTED':
      return { answer, startsAt: new Date(said.startsAt ?? 0) };
    case 'RATE_LIMITED':
    case 'BUSY':
      return { answer, waitMs: waitMs ?? 0 };
    case 'ENDED':
    case 'CONFLICT':
    case 'UNKNOWN_SALE':
      return { answer };
  }
}

const incomplete = (answer: string) =>
  new Error(`inventory answered ${answer} without what belongs to it`);
