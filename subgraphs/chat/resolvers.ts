import type { Resolvers } from './generated/resolvers.ts';
import { adminResolvers } from './resolvers/admin.resolvers.ts';
import { conversationResolvers } from './resolvers/conversation.resolvers.ts';
import { messageResolvers } from './resolvers/message.resolvers.ts';
import { mediaResolvers } from './resolvers/media.resolvers.ts';
import { peopleResolvers } from './resolvers/people.resolvers.ts';
import { presenceResolvers } from './resolvers/presence.resolvers.ts';
import { searchResolvers } from './resolvers/search.resolvers.ts';
import { subscriptionResolvers } from './resolvers/subscription.resolvers.ts';

export const resolvers: Resolvers = {
  ...conversationResolvers,
  ...messageResolvers,
  ...mediaResolvers,
  ...presenceResolvers,
  ...adminResolvers,
  Query: {
    ...conversationResolvers.Query,
    ...peopleResolvers.Query,
    ...searchResolvers.Query,
    ...adminResolvers.Query,
  },
  Mutation: {
    ...conversationResolvers.Mutation,
    ...messageResolvers.Mutation,
    ...peopleResolvers.Mutation,
    ...presenceResolvers.Mutation,
    ...mediaResolvers.Mutation,
    ...adminResolvers.Mutation,
  },
  Subscription: {
    ...subscriptionResolvers.Subscription,
    ...presenceResolvers.Subscription,
    ...adminResolvers.Subscription,
  },
};
