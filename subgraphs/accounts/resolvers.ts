import type { Resolvers } from './generated/resolvers.ts';
import { addressMutations } from './resolvers/addresses.ts';
import {
  notificationConnectionFields,
  notificationMutations,
  notificationSubscriptions,
} from './resolvers/notifications.ts';
import { partnerKeyMutations, partnerKeyQueries } from './resolvers/partner-keys.ts';
import {
  registeredOperationFields,
  registeredOperationMutations,
  registeredOperationQueries,
} from './resolvers/registered-operations.ts';
import { sessionMutations } from './resolvers/sessions.ts';
import { userConnectionFields, userFields, userMutations, userQueries } from './resolvers/users.ts';

export const resolvers: Resolvers = {
  Query: { ...userQueries, ...partnerKeyQueries, ...registeredOperationQueries },
  Mutation: {
    ...sessionMutations,
    ...userMutations,
    ...addressMutations,
    ...notificationMutations,
    ...partnerKeyMutations,
    ...registeredOperationMutations,
  },
  Subscription: notificationSubscriptions,
  RegisteredOperation: registeredOperationFields,
  User: userFields,
  UserConnection: userConnectionFields,
  NotificationConnection: notificationConnectionFields,
};
