import type { Resolvers } from './generated/resolvers.ts';
import { addressMutations } from './resolvers/addresses.ts';
import { avatarMutations } from './resolvers/avatars.ts';
import { campaignFields, campaignMutations, campaignQueries } from './resolvers/campaigns.ts';
import { deviceMutations } from './resolvers/devices.ts';
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
import {
  preferencesFields,
  userConnectionFields,
  userFields,
  userMutations,
  userQueries,
} from './resolvers/users.ts';

export const resolvers: Resolvers = {
  Query: {
    ...campaignQueries,
    ...userQueries,
    ...partnerKeyQueries,
    ...registeredOperationQueries,
  },
  Mutation: {
    ...sessionMutations,
    ...userMutations,
    ...avatarMutations,
    ...addressMutations,
    ...notificationMutations,
    ...campaignMutations,
    ...deviceMutations,
    ...partnerKeyMutations,
    ...registeredOperationMutations,
  },
  Subscription: notificationSubscriptions,
  RegisteredOperation: registeredOperationFields,
  User: userFields,
  Preferences: preferencesFields,
  Campaign: campaignFields,
  UserConnection: userConnectionFields,
  NotificationConnection: notificationConnectionFields,
};
