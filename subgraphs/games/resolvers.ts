import type { Resolvers } from './generated/resolvers.ts';
import { activityResolvers } from './resolvers/activity.resolvers.ts';
import { adjustmentResolvers } from './resolvers/adjustment.resolvers.ts';
import { boardResolvers } from './resolvers/board.resolvers.ts';
import { cheatFlagResolvers } from './resolvers/cheat-flag.resolvers.ts';
import { distributionResolvers } from './resolvers/distribution.resolvers.ts';
import { eventResolvers } from './resolvers/event.resolvers.ts';
import { membershipResolvers } from './resolvers/membership.resolvers.ts';
import { playerResolvers } from './resolvers/player.resolvers.ts';
import { seasonResolvers } from './resolvers/season.resolvers.ts';
import { submissionResolvers } from './resolvers/submission.resolvers.ts';
import { subscriptionResolvers } from './resolvers/subscription.resolvers.ts';

export const resolvers: Resolvers = {
  ...playerResolvers,
  ...boardResolvers,
  ...submissionResolvers,
  ...membershipResolvers,
  ...subscriptionResolvers,
  ...eventResolvers,
  ...seasonResolvers,
  ...adjustmentResolvers,
  ...cheatFlagResolvers,
  ...activityResolvers,
  ...distributionResolvers,
  Query: {
    ...boardResolvers.Query,
    ...submissionResolvers.Query,
    ...eventResolvers.Query,
    ...seasonResolvers.Query,
    ...adjustmentResolvers.Query,
    ...cheatFlagResolvers.Query,
    ...activityResolvers.Query,
  },
  Mutation: {
    ...submissionResolvers.Mutation,
    ...membershipResolvers.Mutation,
    ...eventResolvers.Mutation,
    ...seasonResolvers.Mutation,
    ...adjustmentResolvers.Mutation,
    ...cheatFlagResolvers.Mutation,
  },
  Subscription: { ...subscriptionResolvers.Subscription, ...activityResolvers.Subscription },
};
