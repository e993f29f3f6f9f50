import type { Resolvers } from './generated/resolvers.ts';
import { addressMutations } from './resolvers/addresses.ts';
import {
  notificationConnectionFields,
  notificationMutations,
  notificationSubscriptions,
} from './resolvers/notifications.ts';
import { partnerKeyMutations, partnerKeyQueries } from './resolvers/partner-keys.ts';
import { sessionMutations } from './resolvers/sessions.ts';
import { userConnectionFields, userFields, userMutations, userQueries } from './resolvers/users.ts';

export const resolvers: Resolvers = {
  Query: { ...userQueries, ...partnerKeyQueries },
  Mutation: {
    ...sessionMutations,
    ...userMutations,
    ...addressMutations,
    ...notificationMutations,
    ...partnerKeyMutations,
  },
  Subscription: notificationSubscriptions,
  User: userFields,
  UserConnection: userConnectionFields,
  NotificationConnection: notificationConnectionFields,
};
