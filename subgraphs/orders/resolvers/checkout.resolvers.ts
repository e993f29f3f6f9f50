import { requireUser } from '#platform/identity/viewer.ts';
import type { CheckoutOutcome } from '../checkout/checkout.ts';
import type { Context } from '../context.ts';
import { toRecord } from '../data/insert-orders.ts';
import type { OrderRecord } from '../data/order.repository.ts';
import type { Resolvers, ResolversTypes } from '../generated/resolvers.ts';
import { toProduct } from '../models.ts';
import { TEST_CARDS } from '../payment/test-cards.ts';
import { readCheckoutInput } from './checkout-input.ts';
import { readAgain } from './read-again.ts';

export const checkoutResolvers: Resolvers = {
  Query: {
    testPaymentTokens: () =>
      TEST_CARDS.map(({ token, label, outcome }) => ({ token, label, outcome })),
  },

  Mutation: {
    async checkout(_root, { input }, context) {
      const { userId } = requireUser(context.viewer);
      const { clientAddress } = context;
      const outcome = await context.checkout({
        userId,
        clientAddress,
        ...readCheckoutInput(input),
      });
      return toCheckoutResult(outcome, context);
    },
  },
};

async function toCheckoutResult(
  outcome: CheckoutOutcome,
  context: Context,
): Promise<Awaited<ResolversTypes['CheckoutResult']>> {
  switch (outcome.kind) {
    case 'PLACED':
      return { __typename: 'Order', ...(await placedOrder(context, outcome)) };
    case 'CART_EMPTY':
      return { __typename: 'CartEmpty', message: 'There is nothing in the cart.' };
    case 'CONFLICT':
      return {
        __typename: 'IdempotencyConflict',
        message: 'This idempotency key was used for another purchase: take a new one.',
      };
    case 'RATE_LIMITED':
      return {
        __typename: 'RateLimited',
        message: `Too many orders in a minute: try again in ${inSeconds(outcome.retryAfterMs)}.`,
        retryAfterMs: outcome.retryAfterMs,
      };
    case 'BUSY':
      return {
        __typename: 'Busy',
        message: 'The shop is very busy: try again in a moment.',
        retryAfterMs: outcome.retryAfterMs,
      };
    case 'UNAVAILABLE':
      return {
        __typename: 'ProductsUnavailable',
        message: 'Some products in the cart can no longer be bought.',
        products: outcome.productIds.map(toProduct),
      };
    case 'OUT_OF_STOCK':
      return {
        __typename: 'OutOfStock',
        message: 'Too few units are left of some products in the cart.',
        missing: outcome.missing.map(({ productId, requested, available }) => ({
          product: toProduct(productId),
          requested,
          available,
        })),
      };
  }
}

function inSeconds(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds === 1 ? 'a second' : `${seconds} seconds`;
}

/** One that was placed by this request is answered as it was stored, without reading it again. */
async function placedOrder(
  context: Context,
  { orderId, order }: Extract<CheckoutOutcome, { kind: 'PLACED' }>,
): Promise<OrderRecord> {
  if (order === undefined) return readAgain(context, orderId);
  const lines = order.lines.map(({ name: productName, productId, quantity, unitPriceCents }) => {
    return { orderId, productId, productName, quantity, unitPriceCents };
  });
  context.loaders.lines.prime(orderId, lines);
  return toRecord(order);
}
