import type { Page } from '#platform/graphql/page.ts';
import type { SignedIn } from './access/sessions.ts';
import type { PartnerKey } from './data/partner-key.repository.ts';
import type { RegisteredOperation } from './data/registered-operation.repository.ts';
import type { Address } from './domain/address.ts';
import type { Campaign } from './domain/campaign.ts';
import type { Notification } from './domain/notification.ts';
import type { Preferences, User } from './domain/user.ts';

export interface UserModel extends User {
  /** Came with a session that this very request opened, by whoever proved to be the user. */
  isSignedInHere?: true;
}

export interface UserConnectionModel extends Page<UserModel> {
  search: string | undefined;
}

export type PreferencesModel = Preferences;
export type CampaignModel = Campaign;
export type AddressModel = Address;
export type NotificationModel = Notification;

export interface NotificationConnectionModel extends Page<NotificationModel> {
  /** Whose; undefined when the viewer may not know. */
  userId: string | undefined;
  unreadOnly: boolean;
}

export type PartnerKeyModel = PartnerKey;
export type RegisteredOperationModel = RegisteredOperation;

export interface SessionModel extends Omit<SignedIn, 'user'> {
  user: UserModel;
}
