import type { Resolvers } from './generated/resolvers.ts';
import { cartResolvers } from './resolvers/cart.resolvers.ts';
import { checkoutResolvers } from './resolvers/checkout.resolvers.ts';
import { flashResolvers } from './resolvers/flash.resolvers.ts';
import { orderCommandResolvers } from './resolvers/order-command.resolvers.ts';
import { orderResolvers } from './resolvers/order.resolvers.ts';
import { subscriptionResolvers } from './resolvers/subscription.resolvers.ts';

export const resolvers: Resolvers = {
  ...cartResolvers,
  ...orderResolvers,
  ...subscriptionResolvers,
  Order: { ...orderResolvers.Order, ...flashResolvers.Order },
  Subscription: { ...subscriptionResolvers.Subscription, ...flashResolvers.Subscription },
  Query: {
    ...cartResolvers.Query,
    ...orderResolvers.Query,
    ...checkoutResolvers.Query,
    ...flashResolvers.Query,
  },
  Mutation: {
    ...cartResolvers.Mutation,
    ...checkoutResolvers.Mutation,
    ...flashResolvers.Mutation,
    ...orderCommandResolvers.Mutation,
  },
};
