import type { Resolvers } from './generated/resolvers.ts';
import { conversationResolvers } from './resolvers/conversation.resolvers.ts';
import { messageResolvers } from './resolvers/message.resolvers.ts';
import { peopleResolvers } from './resolvers/people.resolvers.ts';
import { subscriptionResolvers } from './resolvers/subscription.resolvers.ts';

export const resolvers: Resolvers = {
  ...conversationResolvers,
  ...messageResolvers,
  ...subscriptionResolvers,
  Query: { ...conversationResolvers.Query, ...peopleResolvers.Query },
  Mutation: {
    ...conversationResolvers.Mutation,
    ...messageResolvers.Mutation,
    ...peopleResolvers.Mutation,
  },
};
