import { AppError } from '#platform/errors.ts';
import { hasScope, isUser, requireUser } from '#platform/identity/viewer.ts';
import type { CheckoutOutcome } from '../checkout/checkout.ts';
import { findVisibleOrder, type Context } from '../context.ts';
import { toRecord } from '../data/insert-orders.ts';
import { forgetOrder } from '../data/order.loaders.ts';
import type { OrderRecord } from '../data/order.repository.ts';
import type { Resolvers, ResolversTypes } from '../generated/resolvers.ts';
import { toProduct } from '../models.ts';
import { TEST_CARDS } from '../payment/test-cards.ts';
import { readCheckoutInput } from './checkout-input.ts';

export const checkoutResolvers: Resolvers = {
  Query: {
    testPaymentTokens: () =>
      TEST_CARDS.map(({ token, label, outcome }) => ({ token, label, outcome })),
  },

  Mutation: {
    async checkout(_root, { input }, context) {
      const { userId } = requireUser(context.viewer);
      const outcome = await context.checkout({ userId, ...readCheckoutInput(input) });
      return toCheckoutResult(outcome, context);
    },

    async cancelOrder(_root, { input }, context) {
      const { viewer } = context;
      const order = await findVisibleOrder(context, input.orderId);
      if (order === undefined) throw new AppError('NOT_FOUND', 'there is no such order');
      const isOwn = isUser(viewer, order.userId);
      if (!isOwn && !hasScope(viewer, 'orders:write')) {
        throw new AppError('FORBIDDEN', 'this needs the scope orders:write');
      }

      const { outcome } = await context.cancelOrder({
        orderId: order.id,
        by: isOwn ? 'CUSTOMER' : 'ADMIN',
      });
      const current = await readAgain(context, order.id);
      if (outcome === 'CANCELLED') return { __typename: 'Order', ...current };
      const message =
        current.status === 'DELIVERED'
          ? 'The order has been delivered already.'
          : 'The parcel is on its way already.';
      return { __typename: 'OrderNotCancellable', message, order: current };
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

async function readAgain({ loaders }: Context, orderId: string): Promise<OrderRecord> {
  forgetOrder(loaders, orderId);
  const order = await loaders.orders.load(orderId);
  if (order === undefined) throw new Error(`order ${orderId} is not there`);
  return order;
}
