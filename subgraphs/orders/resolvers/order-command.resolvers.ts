import { AppError } from '#platform/errors.ts';
import { hasScope, isUser, requireScope, requireUser } from '#platform/identity/viewer.ts';
import { findVisibleOrder, type Context } from '../context.ts';
import type { OrderRecord } from '../data/order.repository.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { readIdempotencyKey } from './idempotency-key.ts';
import { readAgain } from './read-again.ts';

const CONFLICT = {
  __typename: 'IdempotencyConflict',
  message: 'This idempotency key was used for another order: take a new one.',
} as const;

export const orderCommandResolvers: Resolvers = {
  Mutation: {
    async cancelOrder(_root, { input }, context) {
      const { viewer } = context;
      const order = await getVisibleOrder(context, input.orderId);
      const { userId } = requireUser(viewer);
      const isOwn = isUser(viewer, order.userId);
      if (!isOwn && !hasScope(viewer, 'orders:write')) {
        throw new AppError('FORBIDDEN', 'this needs the scope orders:write');
      }
      const answer = await context.desk.cancel(
        { orderId: order.id, by: isOwn ? 'CUSTOMER' : 'ADMIN' },
        { userId, idempotencyKey: readIdempotencyKey(input.idempotencyKey) },
      );
      if (answer === 'CONFLICT') return CONFLICT;
      const current = await readAgain(context, order.id);
      return answer.outcome === 'CANCELLED'
        ? { __typename: 'Order', ...current }
        : { __typename: 'OrderNotCancellable', message: answer.message, order: current };
    },

    async refundOrder(_root, { input }, context) {
      requireScope(context.viewer, 'orders:write');
      const { userId } = requireUser(context.viewer);
      const order = await getVisibleOrder(context, input.orderId);
      const answer = await context.desk.refund(
        { orderId: order.id },
        { userId, idempotencyKey: readIdempotencyKey(input.idempotencyKey) },
      );
      if (answer === 'CONFLICT') return CONFLICT;
      const current = await readAgain(context, order.id);
      return answer.outcome === 'REFUNDED'
        ? { __typename: 'Order', ...current }
        : { __typename: 'OrderNotRefundable', message: answer.message, order: current };
    },
  },
};

async function getVisibleOrder(context: Context, orderId: string): Promise<OrderRecord> {
  const order = await findVisibleOrder(context, orderId);
  if (order === undefined) throw new AppError('NOT_FOUND', 'there is no such order');
  return order;
}
