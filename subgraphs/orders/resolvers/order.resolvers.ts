import { requireScope, requireUser } from '#platform/identity/viewer.ts';
import { createPage, readPageRequest } from '#platform/graphql/page.ts';
import type { Context } from '../context.ts';
import { findVisibleOrder } from '../context.ts';
import { countOrders, type OrderCount } from '../data/count-orders.ts';
import { listOrders } from '../data/list-orders.ts';
import { orderPosition, type OrderSort } from '../data/order-sort.ts';
import type { OrderConditions } from '../data/order-conditions.ts';
import { mayBeCancelled } from '../domain/order.ts';
import { lineTotalCents } from '../domain/pricing.ts';
import type { QueryMyOrdersArgs, Resolvers } from '../generated/resolvers.ts';
import { toProduct, type OrderConnectionModel } from '../models.ts';
import { readOrderFilter } from './order-filter.ts';

export const orderResolvers: Resolvers = {
  Query: {
    order: async (_root, { id }, context) => (await findVisibleOrder(context, id)) ?? null,

    async myOrders(_root, args, context) {
      const { userId } = requireUser(context.viewer);
      return readPage(context, args, await readOrderFilter(context.db, args.filter, userId), 20);
    },

    async orders(_root, args, context) {
      requireScope(context.viewer, 'orders:read');
      return readPage(context, args, await readOrderFilter(context.db, args.filter), 50);
    },
  },

  OrderConnection: {
    totalCount: async ({ countAll }) => (await countAll()).count,
    isTotalCountExact: async ({ countAll }) => (await countAll()).isExact,
  },

  Order: {
    __resolveReference: async ({ id }, context) => (await findVisibleOrder(context, id)) ?? null,
    customer: ({ userId }) => ({ __typename: 'User', id: userId }),
    async lines({ id, currency }, _args, { loaders }) {
      const lines = await loaders.lines.load(id);
      return lines.map((line) => Object.assign({ currency }, line));
    },
    subtotal: ({ subtotalCents, currency }) => ({ amountCents: subtotalCents, currency }),
    shippingFee: ({ shippingCents, currency }) => ({ amountCents: shippingCents, currency }),
    total: ({ totalCents, currency }) => ({ amountCents: totalCents, currency }),
    shippingAddress: ({ address }) => address,
    payment: async ({ id }, _args, { loaders }) => (await loaders.payments.load(id)) ?? null,
    shipment: async ({ id }, _args, { loaders }) => (await loaders.shipments.load(id)) ?? null,
    timeline: ({ id }, _args, { loaders }) => loaders.timelines.load(id),
    async isCancellable({ id, status }, _args, { loaders }) {
      if (!mayBeCancelled(status)) return false;
      const parcel = await loaders.shipments.load(id);
      return parcel?.status !== 'IN_TRANSIT' && parcel?.status !== 'DELIVERED';
    },
  },

  OrderLine: {
    product: ({ productId }) => toProduct(productId),
    unitPrice: ({ unitPriceCents, currency }) => ({ amountCents: unitPriceCents, currency }),
    lineTotal: (line) => ({ amountCents: lineTotalCents(line), currency: line.currency }),
  },

  Payment: {
    amount: ({ amountCents, currency }) => ({ amountCents, currency }),
  },
};

async function readPage(
  { db, loaders }: Context,
  args: Pick<QueryMyOrdersArgs, 'first' | 'after' | 'sort'>,
  conditions: OrderConditions,
  defaultFirst: number,
): Promise<OrderConnectionModel> {
  const sort: OrderSort = args.sort ?? 'NEWEST';
  const order = `orders:${sort}`;
  const request = readPageRequest(args, order, defaultFirst);
  const orders = await listOrders(db, {
    conditions,
    sort,
    after: request.after,
    limit: request.first + 1,
  });
  for (const each of orders) loaders.orders.prime(each.id, each);
  const page = createPage(orders, request, order, (each) => orderPosition(each, sort));
  let count: Promise<OrderCount> | undefined;
  return { ...page, countAll: () => (count ??= countOrders(db, conditions)) };
}
