import { requireService } from '#platform/identity/viewer.ts';
import type { FlashClaim, Resolvers, ResolversTypes } from '../../generated/resolvers.ts';
import type { FlashSale } from '../domain/flash-sale.ts';
import type { ClaimAnswer } from '../flash-desk.ts';
import { readOrderIds } from '../../read-input.ts';
import { readClaims, readPlaces } from '../read-sale-input.ts';

export const flashClaimResolvers: Resolvers = {
  Query: {
    async _flashPlaces(_root, { places }, { viewer, flash }) {
      requireService(viewer);
      return (await flash.places(readPlaces(places))).map((place) => place ?? null);
    },
  },

  Mutation: {
    async _releaseFlashUnits(_root, { orderIds }, { viewer, flash }) {
      requireService(viewer);
      await flash.release(readOrderIds(orderIds));
      return true;
    },

    async _leaveFlashQueues(_root, { places }, { viewer, flash }) {
      requireService(viewer);
      await flash.leave(readPlaces(places));
      return true;
    },

    async _claimFlashUnits(_root, { claims }, { viewer, flash, sales }) {
      requireService(viewer);
      const asked = readClaims(claims);
      const answers = await flash.claim(asked);
      return Promise.all(
        answers.map(async (answer, index) => {
          const saleId = asked[index]?.saleId ?? '';
          const isClaimed = answer.answer === 'CLAIMED' || answer.answer === 'RELEASED';
          return toFlashClaim(answer, isClaimed ? await sales.load(saleId) : undefined);
        }),
      );
    },
  },
};

const NOTHING = {
  orderId: null,
  productId: null,
  price: null,
  startsAt: null,
  units: null,
  position: null,
  waitMs: null,
} satisfies Partial<FlashClaim>;

function toFlashClaim(
  answer: ClaimAnswer,
  sale: FlashSale | undefined,
): Awaited<ResolversTypes['FlashClaim']> {
  if (sale === undefined) return { ...NOTHING, ...answer };
  const { productId, priceCents: amountCents, currency } = sale;
  return { ...NOTHING, ...answer, productId, price: { amountCents, currency } };
}
