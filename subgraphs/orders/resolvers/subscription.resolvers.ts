import { AppError } from '#platform/errors.ts';
import { requireScope } from '#platform/identity/viewer.ts';
import { findVisibleOrder, type Context } from '../context.ts';
import { forgetOrder } from '../data/order.loaders.ts';
import type { OrderRecord } from '../data/order.repository.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { followState } from '../live/follow-state.ts';
import { orderChannel, PLACED_CHANNEL, type OrderMessage } from '../live/order-channels.ts';

export const subscriptionResolvers: Resolvers = {
  Subscription: {
    orderUpdated: {
      subscribe: async (_root, { id }, context) => {
        const order = await getVisibleOrder(context, id);
        const messages = await context.live.subscribe<unknown>(
          orderChannel(order.id),
          context.signal,
          // Any message makes the state be read.
          { afterGap: 'messages may have been missed' },
        );
        return followState({
          messages,
          read: () => getVisibleOrder(context, order.id),
          isNewer: (current, last) => current.version > last.version,
        });
      },
      resolve: (order: OrderRecord) => order,
    },

    orderPlaced: {
      subscribe: (_root, _args, { live, viewer, signal }) => {
        requireScope(viewer, 'orders:read');
        return live.subscribe<OrderMessage>(PLACED_CHANNEL, signal);
      },
      resolve: ({ orderId }: OrderMessage, _args: unknown, context: Context) =>
        getVisibleOrder(context, orderId),
    },
  },
};

/** Reads past the loaders' caches: a subscription outlives many changes. */
async function getVisibleOrder(context: Context, id: string): Promise<OrderRecord> {
  forgetOrder(context.loaders, id.toLowerCase());
  const order = await findVisibleOrder(context, id);
  if (order === undefined) throw new AppError('NOT_FOUND', 'there is no such order');
  return order;
}
