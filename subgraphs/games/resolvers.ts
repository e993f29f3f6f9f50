import type { Resolvers } from './generated/resolvers.ts';
import { boardResolvers } from './resolvers/board.resolvers.ts';
import { membershipResolvers } from './resolvers/membership.resolvers.ts';
import { playerResolvers } from './resolvers/player.resolvers.ts';
import { submissionResolvers } from './resolvers/submission.resolvers.ts';
import { subscriptionResolvers } from './resolvers/subscription.resolvers.ts';

export const resolvers: Resolvers = {
  ...playerResolvers,
  ...boardResolvers,
  ...submissionResolvers,
  ...membershipResolvers,
  ...subscriptionResolvers,
  Query: { ...boardResolvers.Query, ...submissionResolvers.Query },
  Mutation: { ...submissionResolvers.Mutation, ...membershipResolvers.Mutation },
};
