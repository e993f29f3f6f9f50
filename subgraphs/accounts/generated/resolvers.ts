import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { UserModel, UserConnectionModel, PreferencesModel, CampaignModel, AddressModel, NotificationModel, NotificationConnectionModel, PartnerKeyModel, RegisteredOperationModel, SessionModel } from '../models.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant as ISO 8601 in UTC, such as 2026-03-01T12:00:00.000Z. */
  DateTime: { input: Date; output: Date; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** A postal address. */
export type Address = {
  readonly __typename?: 'Address';
  /** City or town. */
  readonly city: Scalars['String']['output'];
  /** ISO 3166-1 alpha-2 code of the country, such as DE. */
  readonly country: Scalars['String']['output'];
  /** Identifies the address. */
  readonly id: Scalars['ID']['output'];
  /** Whether it is offered first. */
  readonly isDefault: Scalars['Boolean']['output'];
  /** Street and number. */
  readonly line1: Scalars['String']['output'];
  /** Flat, floor, company. */
  readonly line2?: Maybe<Scalars['String']['output']>;
  /** Postal code. */
  readonly postalCode: Scalars['String']['output'];
  /** Who receives the parcel. */
  readonly recipient: Scalars['String']['output'];
  /** State, province or region, where the country has them. */
  readonly region?: Maybe<Scalars['String']['output']>;
};

/** A postal address. */
export type AddressInput = {
  /** City or town. */
  readonly city: Scalars['String']['input'];
  /** ISO 3166-1 alpha-2, such as DE. */
  readonly country: Scalars['String']['input'];
  /** Whether it is offered first from now on. */
  readonly isDefault?: InputMaybe<Scalars['Boolean']['input']>;
  /** Street and number, 1 to 200 characters. */
  readonly line1: Scalars['String']['input'];
  /** Flat, floor, company. */
  readonly line2?: InputMaybe<Scalars['String']['input']>;
  /** Postal code, 1 to 20 characters. */
  readonly postalCode: Scalars['String']['input'];
  /** Who receives the parcel, 1 to 100 characters. */
  readonly recipient: Scalars['String']['input'];
  /** State, province or region. */
  readonly region?: InputMaybe<Scalars['String']['input']>;
};

/** One message to many users. */
export type Campaign = {
  readonly __typename?: 'Campaign';
  /** Plain text. */
  readonly body: Scalars['String']['output'];
  /** When it was started. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it was done or cancelled. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Identifies the campaign. */
  readonly id: Scalars['ID']['output'];
  /** Only users of this language, if any. */
  readonly language?: Maybe<Scalars['String']['output']>;
  /** It reaches no more users than this. */
  readonly maxRecipients: Scalars['Int']['output'];
  /** Users that it has reached. */
  readonly recipients: Scalars['Int']['output'];
  /** Only users registered before then, if any. */
  readonly registeredBefore?: Maybe<Scalars['DateTime']['output']>;
  /** Only users registered from then on, if any. */
  readonly registeredFrom?: Maybe<Scalars['DateTime']['output']>;
  /** How far it is. */
  readonly state: CampaignState;
  /** One line. */
  readonly subject: Scalars['String']['output'];
};

/** A page of campaigns. */
export type CampaignConnection = {
  readonly __typename?: 'CampaignConnection';
  /** The campaigns with their cursors. */
  readonly edges: ReadonlyArray<CampaignEdge>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
};

/** A campaign in a page. */
export type CampaignEdge = {
  readonly __typename?: 'CampaignEdge';
  /** Give it as `after` to continue behind this campaign. */
  readonly cursor: Scalars['String']['output'];
  /** The campaign. */
  readonly node: Campaign;
};

/** How far a campaign is. */
export type CampaignState =
  /** Somebody has ended it. */
  | 'CANCELLED'
  /** It has reached all of them, or as many as it may. */
  | 'DONE'
  /** It reaches more users as long as the queue takes them. */
  | 'RUNNING';

/** A new partner key. */
export type CreatePartnerKeyInput = {
  /** Who uses it, 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
  /** What it may use a minute, 1 to 1000000; what the gateway grants every key when left out. */
  readonly pointsPerMinute?: InputMaybe<Scalars['Int']['input']>;
  /** What its operations may touch, such as `orders:read`. */
  readonly scopes: ReadonlyArray<Scalars['String']['input']>;
};

/** What `createPartnerKey` answers. */
export type CreatePartnerKeyResult = {
  readonly __typename?: 'CreatePartnerKeyResult';
  /** The secret. It cannot be shown again. */
  readonly key: Scalars['String']['output'];
  /** The key without its secret. */
  readonly partnerKey: PartnerKey;
};

/** A device that push messages go to. */
export type Device = {
  readonly __typename?: 'Device';
  /** When it was registered. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Identifies the device; it is not its token. */
  readonly id: Scalars['ID']['output'];
  /** What it is. */
  readonly platform: DevicePlatform;
};

/** What a device is. */
export type DevicePlatform =
  /** A phone or tablet with Android. */
  | 'ANDROID'
  /** A phone or tablet of Apple. */
  | 'IOS'
  /** A browser. */
  | 'WEB';

/** An account with this e-mail address exists already. */
export type EmailTaken = {
  readonly __typename?: 'EmailTaken';
  /** For people. */
  readonly message: Scalars['String']['output'];
};

/** The e-mail address or the password is wrong. Which of them is not told. */
export type InvalidCredentials = {
  readonly __typename?: 'InvalidCredentials';
  /** For people. */
  readonly message: Scalars['String']['output'];
};

/** E-mail address and password. */
export type LoginInput = {
  /** E-mail address; compared without regard to case. */
  readonly email: Scalars['String']['input'];
  /** The password. */
  readonly password: Scalars['String']['input'];
};

/** What `login` answers. */
export type LoginResult = InvalidCredentials | Session | TooManyAttempts;

/** The session to end. */
export type LogoutInput = {
  /** From the session to end. */
  readonly refreshToken: Scalars['String']['input'];
};

/** A page of the local mailbox. */
export type MailboxConnection = {
  readonly __typename?: 'MailboxConnection';
  /** The messages with their cursors. */
  readonly edges: ReadonlyArray<MailboxEdge>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
};

/** A message in a page. */
export type MailboxEdge = {
  readonly __typename?: 'MailboxEdge';
  /** Give it as `after` to continue behind this message. */
  readonly cursor: Scalars['String']['output'];
  /** The message. */
  readonly node: MailboxEntry;
};

/** A message in the local mailbox. */
export type MailboxEntry = {
  readonly __typename?: 'MailboxEntry';
  /** Plain text. */
  readonly body: Scalars['String']['output'];
  /** How it would have been sent. */
  readonly channel: NotificationChannel;
  /** When it came. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Identifies the message: the id of its notification. */
  readonly id: Scalars['ID']['output'];
  /** E-mail address or phone number. */
  readonly recipient: Scalars['String']['output'];
  /** One line. */
  readonly subject: Scalars['String']['output'];
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Adds an address to the signed-in user. The first one becomes the default. */
  readonly addAddress: Address;
  /** Ends a campaign: users that it has not reached yet are left alone. One that has ended stays as it is. */
  readonly cancelCampaign: Campaign;
  /** Creates an API key for a partner. The key itself is shown only in this answer. */
  readonly createPartnerKey: CreatePartnerKeyResult;
  /** Signs in with e-mail address and password. */
  readonly login: LoginResult;
  /** Ends the session that the refresh token belongs to. True also when it had ended already. */
  readonly logout: Scalars['Boolean']['output'];
  /** Marks notifications of the signed-in user as read; all of them when no ids are given. Returns how many changed. */
  readonly markNotificationsRead: Scalars['Int']['output'];
  /** Exchanges a refresh token for a new session. Each refresh token works once; using one twice ends every session that came from the same sign-in. */
  readonly refreshSession: RefreshSessionResult;
  /** Creates an account and signs it in. */
  readonly register: RegisterResult;
  /** Has push messages sent to a device of the signed-in user. A device that was registered before stays one. */
  readonly registerDevice: Device;
  /** Lets partners run these operations. What is registered already stays as it is. The gateway knows them within 10 seconds. */
  readonly registerOperations: ReadonlyArray<RegisteredOperation>;
  /** Removes one of the signed-in user's addresses. False when there was none with this id. */
  readonly removeAddress: Scalars['Boolean']['output'];
  /** Takes the signed-in user's picture away. Nothing changes when there is none. */
  readonly removeAvatar: User;
  /** Ends that. False when the signed-in user has no device with this id. */
  readonly removeDevice: Scalars['Boolean']['output'];
  /** Ends a partner key at once. The gateway stops accepting it within 30 seconds. */
  readonly revokePartnerKey: PartnerKey;
  /** Tells one user something. Asked again with the same key it does nothing more. */
  readonly sendNotification: SendNotificationResult;
  /** Gives the signed-in user a picture that others see: cut to a square of 256 by 256, without what cameras write into it. The one before is deleted. */
  readonly setAvatar: User;
  /** Sets the roles of a user. They apply from the user's next session or refresh. */
  readonly setUserRoles: User;
  /** Tells something to all users of a segment who want offers, with low priority. Asked again with the same key it answers with the campaign there is. */
  readonly startCampaign: Campaign;
  /** Ends a registration. The gateway refuses the operation within 10 seconds. False when there was none with this id. */
  readonly unregisterOperation: Scalars['Boolean']['output'];
  /** Changes one of the signed-in user's addresses. */
  readonly updateAddress: Address;
  /** Changes the signed-in user's profile. Fields left out stay as they are. */
  readonly updateProfile: User;
};


export type MutationAddAddressArgs = {
  input: AddressInput;
};


export type MutationCancelCampaignArgs = {
  id: Scalars['ID']['input'];
};


export type MutationCreatePartnerKeyArgs = {
  input: CreatePartnerKeyInput;
};


export type MutationLoginArgs = {
  input: LoginInput;
};


export type MutationLogoutArgs = {
  input: LogoutInput;
};


export type MutationMarkNotificationsReadArgs = {
  ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};


export type MutationRefreshSessionArgs = {
  input: RefreshSessionInput;
};


export type MutationRegisterArgs = {
  input: RegisterInput;
};


export type MutationRegisterDeviceArgs = {
  input: RegisterDeviceInput;
};


export type MutationRegisterOperationsArgs = {
  input: RegisterOperationsInput;
};


export type MutationRemoveAddressArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRemoveDeviceArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRevokePartnerKeyArgs = {
  id: Scalars['ID']['input'];
};


export type MutationSendNotificationArgs = {
  input: SendNotificationInput;
};


export type MutationSetAvatarArgs = {
  picture: Scalars['String']['input'];
};


export type MutationSetUserRolesArgs = {
  roles: ReadonlyArray<Role>;
  userId: Scalars['ID']['input'];
};


export type MutationStartCampaignArgs = {
  input: StartCampaignInput;
};


export type MutationUnregisterOperationArgs = {
  id: Scalars['ID']['input'];
};


export type MutationUpdateAddressArgs = {
  id: Scalars['ID']['input'];
  input: AddressInput;
};


export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput;
};

/** A message to a user over one channel. */
export type Notification = {
  readonly __typename?: 'Notification';
  /** Plain text. */
  readonly body: Scalars['String']['output'];
  /** How it is sent. */
  readonly channel: NotificationChannel;
  /** When it was created. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Identifies the notification. */
  readonly id: Scalars['ID']['output'];
  /** What it is about. */
  readonly kind: NotificationKind;
  /** The order it is about, if any. */
  readonly orderId?: Maybe<Scalars['ID']['output']>;
  /** Before which others it is sent. */
  readonly priority: NotificationPriority;
  /** When the user marked it as read. */
  readonly readAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the provider accepted it. */
  readonly sentAt?: Maybe<Scalars['DateTime']['output']>;
  /** How far it has come. */
  readonly status: NotificationStatus;
  /** One line. */
  readonly subject: Scalars['String']['output'];
};

/** How a notification is sent. */
export type NotificationChannel =
  /** By e-mail. */
  | 'EMAIL'
  /** To the user's devices. */
  | 'PUSH'
  /** By text message. */
  | 'SMS';

/** A page of notifications. */
export type NotificationConnection = {
  readonly __typename?: 'NotificationConnection';
  /** The notifications with their cursors. */
  readonly edges: ReadonlyArray<NotificationEdge>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many match, over all pages. */
  readonly totalCount: Scalars['Int']['output'];
  /** How many of the user's notifications are not read yet, whatever the filter. */
  readonly unreadCount: Scalars['Int']['output'];
};

/** A notification in a page. */
export type NotificationEdge = {
  readonly __typename?: 'NotificationEdge';
  /** Give it as `after` to continue behind this notification. */
  readonly cursor: Scalars['String']['output'];
  /** The notification. */
  readonly node: Notification;
};

/** What a notification is about. */
export type NotificationKind =
  /** Something that the shop tells one user. */
  | 'ANNOUNCEMENT'
  /** Somebody has written, and the user was not there. */
  | 'MESSAGES_WAITING'
  /** An offer to many users. */
  | 'OFFER'
  /** The order was cancelled. */
  | 'ORDER_CANCELLED'
  /** The order was paid and confirmed. */
  | 'ORDER_CONFIRMED'
  /** The parcel has arrived. */
  | 'ORDER_DELIVERED'
  /** The parcel is on its way. */
  | 'ORDER_SHIPPED'
  /** Money went back to the customer. */
  | 'PAYMENT_REFUNDED'
  /** The user's player has come among the first 100 of a mode, or had a best game. Once a day, kind and mode. */
  | 'PLAYER_ACHIEVEMENT'
  /** The user's player got a reward for a season. */
  | 'SEASON_REWARD'
  /** The account was created. */
  | 'WELCOME';

/** Before which others a notification is sent. */
export type NotificationPriority =
  /** Somebody waits for it, such as the confirmation of an order. */
  | 'HIGH'
  /** We like to tell it, such as an offer. */
  | 'LOW'
  /** Somebody likes to know it. */
  | 'NORMAL';

/** How far a notification has come. */
export type NotificationStatus =
  /** Given up after repeated failures. */
  | 'FAILED'
  /** Waiting to be sent. */
  | 'QUEUED'
  /** Accepted by the provider. */
  | 'SENT';

/** Where a page lies in its list. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Cursor of the last entry; null when the page is empty. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether there is more behind this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is more before this page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first entry; null when the page is empty. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** A key that lets a partner's programs run persisted operations. */
export type PartnerKey = {
  readonly __typename?: 'PartnerKey';
  /** When it was created. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Identifies the key; it is not the secret. */
  readonly id: Scalars['ID']['output'];
  /** Who uses it. */
  readonly name: Scalars['String']['output'];
  /** What it may use a minute; null is what the gateway grants every key. An operation uses one point, and more when it can cost much. */
  readonly pointsPerMinute?: Maybe<Scalars['Int']['output']>;
  /** The first characters of the key, to recognise it. */
  readonly prefix: Scalars['String']['output'];
  /** When it was ended; null while it works. */
  readonly revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What its operations may touch. */
  readonly scopes: ReadonlyArray<Scalars['String']['output']>;
};

/** What a user wants to hear about. */
export type Preferences = {
  readonly __typename?: 'Preferences';
  /** BCP 47 language tag, such as en or de-DE. */
  readonly language: Scalars['String']['output'];
  /** By which ways the user hears of offers. */
  readonly marketingChannels: ReadonlyArray<NotificationChannel>;
  /** Mails about offers. */
  readonly marketingEmails: Scalars['Boolean']['output'];
  /** By which ways the user hears of orders. Text messages need a phone number. */
  readonly orderChannels: ReadonlyArray<NotificationChannel>;
  /** Mails about the user's own orders. */
  readonly orderEmails: Scalars['Boolean']['output'];
};

export type Query = {
  readonly __typename?: 'Query';
  /** Who owns a partner key, asked by the gateway. `hash` is the SHA-256 of the key in hex. */
  readonly _partnerKeyByHash?: Maybe<PartnerKey>;
  /** All of them, or those of these hashes, asked by the gateway. */
  readonly _registeredOperations: ReadonlyArray<RegisteredOperation>;
  /** Campaigns, newest first. */
  readonly campaigns: CampaignConnection;
  /** People with an account, to write to: who has exactly this e-mail address or user name, or a name with words that begin so. Up to 10, without the one who asks. As often a minute as USER_LOOKUPS_PER_MINUTE says. */
  readonly findUsers: ReadonlyArray<User>;
  /** Messages that went to the local mailbox because there is no provider for them, newest first. */
  readonly localMailbox: MailboxConnection;
  /** The signed-in user, or null when nobody is signed in. */
  readonly me?: Maybe<User>;
  /** Partner API keys, newest first, without their secrets. */
  readonly partnerKeys: ReadonlyArray<PartnerKey>;
  /** Operations that partners may run beside those of our own programs, newest first. */
  readonly registeredOperations: ReadonlyArray<RegisteredOperation>;
  /** A user by id, for administrators. Null when there is none. */
  readonly user?: Maybe<User>;
  /** Users, newest first, for administrators. */
  readonly users: UserConnection;
};


export type Query_PartnerKeyByHashArgs = {
  hash: Scalars['String']['input'];
};


export type Query_RegisteredOperationsArgs = {
  hashes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};


export type QueryCampaignsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryFindUsersArgs = {
  text: Scalars['String']['input'];
};


export type QueryLocalMailboxArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryUserArgs = {
  id: Scalars['ID']['input'];
};


export type QueryUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** A refresh token. */
export type RefreshSessionInput = {
  /** From the session before. */
  readonly refreshToken: Scalars['String']['input'];
};

/** What `refreshSession` answers. */
export type RefreshSessionResult = Session | SessionEnded;

/** A device for push messages. */
export type RegisterDeviceInput = {
  /** What it is. */
  readonly platform: DevicePlatform;
  /** The registration token that FCM gave the device, 1 to 4096 characters. */
  readonly token: Scalars['String']['input'];
};

/** A new account. */
export type RegisterInput = {
  /** E-mail address; compared without regard to case. */
  readonly email: Scalars['String']['input'];
  /** 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
  /** 8 to 128 characters. */
  readonly password: Scalars['String']['input'];
  /** E.164, such as +4915112345678. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
};

/** Operations for partners. */
export type RegisterOperationsInput = {
  /** The key that may run them; every key when left out. */
  readonly partnerKeyId?: InputMaybe<Scalars['ID']['input']>;
  /** The documents, 1 to 100, each of 1 to 20000 characters: exactly the texts whose hashes are sent. */
  readonly texts: ReadonlyArray<Scalars['String']['input']>;
};

/** What `register` answers. */
export type RegisterResult = EmailTaken | Session;

/** An operation that partners may run. */
export type RegisteredOperation = {
  readonly __typename?: 'RegisteredOperation';
  /** When it was registered. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** SHA-256 of the text in hex: what is sent as `persistedQuery.sha256Hash`. */
  readonly hash: Scalars['String']['output'];
  /** Identifies the registration. */
  readonly id: Scalars['ID']['output'];
  /** The key that may run it; null lets every key. */
  readonly partnerKeyId?: Maybe<Scalars['ID']['output']>;
  /** The document. */
  readonly text: Scalars['String']['output'];
};

/** What somebody may do. Scopes refine it: an administrator has every scope. */
export type Role =
  /** Runs the shop from the dashboard. */
  | 'ADMIN'
  /** Browses, orders and tracks. */
  | 'CUSTOMER'
  /** Runs persisted operations with an API key. */
  | 'PARTNER';

/** A message to one user. */
export type SendNotificationInput = {
  /** Plain text, 1 to 5,000 characters. */
  readonly body: Scalars['String']['input'];
  /** By which ways; as the user wants to hear of orders when left out. */
  readonly channels?: InputMaybe<ReadonlyArray<NotificationChannel>>;
  /** Chosen by the caller, 1 to 100 characters: the same message has the same key. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** One line, 1 to 200 characters. */
  readonly subject: Scalars['String']['input'];
  /** Whom. */
  readonly userId: Scalars['ID']['input'];
};

/** What `sendNotification` answers. */
export type SendNotificationResult = {
  readonly __typename?: 'SendNotificationResult';
  /** What was made now: one a way, none when the key was used before. */
  readonly notifications: ReadonlyArray<Notification>;
};

/** A signed-in session. */
export type Session = {
  readonly __typename?: 'Session';
  /** Send it as `Authorization: Bearer …`, or as `authorization` in `connection_init`. A JWT (RS256 or EdDSA). */
  readonly accessToken: Scalars['String']['output'];
  /** When the access token stops working. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Exchange it with `refreshSession` before or after the access token expires. It works once. */
  readonly refreshToken: Scalars['String']['output'];
  /** Who is signed in. */
  readonly user: User;
};

/** The refresh token is unknown, used, expired or revoked: sign in again. */
export type SessionEnded = {
  readonly __typename?: 'SessionEnded';
  /** For people. */
  readonly message: Scalars['String']['output'];
};

/** A message to many users. Conditions add up. */
export type StartCampaignInput = {
  /** Plain text, 1 to 5,000 characters. */
  readonly body: Scalars['String']['input'];
  /** Chosen by the caller, 1 to 100 characters: the same campaign has the same key. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Only users of this language, a BCP 47 tag. */
  readonly language?: InputMaybe<Scalars['String']['input']>;
  /** It reaches no more users than this; as many as any campaign may when left out. */
  readonly maxRecipients?: InputMaybe<Scalars['Int']['input']>;
  /** Only users registered before then. */
  readonly registeredBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only users registered from then on. */
  readonly registeredFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** One line, 1 to 200 characters. */
  readonly subject: Scalars['String']['input'];
};

export type Subscription = {
  readonly __typename?: 'Subscription';
  /** The signed-in user's notifications, as they are created. */
  readonly notificationReceived: Notification;
};

/** Too many wrong passwords for this e-mail address lately. */
export type TooManyAttempts = {
  readonly __typename?: 'TooManyAttempts';
  /** For people. */
  readonly message: Scalars['String']['output'];
  /** When signing in is possible again. */
  readonly retryAt: Scalars['DateTime']['output'];
};

/** Changes to a profile. Fields left out stay as they are. */
export type UpdateProfileInput = {
  /** BCP 47 language tag. */
  readonly language?: InputMaybe<Scalars['String']['input']>;
  /** By which ways to hear of offers; empty is not at all. It comes before `marketingEmails`. */
  readonly marketingChannels?: InputMaybe<ReadonlyArray<NotificationChannel>>;
  /** Mails about offers. */
  readonly marketingEmails?: InputMaybe<Scalars['Boolean']['input']>;
  /** 1 to 100 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** By which ways to hear of orders; empty is in the list alone. It comes before `orderEmails`. */
  readonly orderChannels?: InputMaybe<ReadonlyArray<NotificationChannel>>;
  /** Mails about the user's own orders. */
  readonly orderEmails?: InputMaybe<Scalars['Boolean']['input']>;
  /** E.164; null removes it. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** 3 to 30 letters, digits, dots and underscores, the first and the last of them a letter or digit; null removes it. CONFLICT when somebody else has it. */
  readonly username?: InputMaybe<Scalars['String']['input']>;
};

/** A person with an account. */
export type User = {
  readonly __typename?: 'User';
  /** Where orders can go, the default first. Seen by the user and by administrators; empty for everyone else. */
  readonly addresses: ReadonlyArray<Address>;
  /** Where the user's picture is, a square of 256 by 256; null without one. Another picture has another address. */
  readonly avatarUrl?: Maybe<Scalars['String']['output']>;
  /** When the account was created. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Where push messages go, the first registered first. Seen by the user and by administrators; empty for everyone else. */
  readonly devices: ReadonlyArray<Device>;
  /** Seen by the user and by administrators; null for everyone else. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** Identifies the user in every subgraph. */
  readonly id: Scalars['ID']['output'];
  /** The name that others see. */
  readonly name: Scalars['String']['output'];
  /** Messages sent to the user, newest first. Seen by the user and by administrators; empty for everyone else. */
  readonly notifications: NotificationConnection;
  /** Seen by the user and by administrators; null for everyone else. E.164, such as +4915112345678. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** What the user wants to hear about. Seen by the user and by administrators. */
  readonly preferences?: Maybe<Preferences>;
  /** Seen by the user and by administrators; empty for everyone else. */
  readonly roles: ReadonlyArray<Role>;
  /** What nobody else is called, whatever the case of its letters; null until one is chosen. */
  readonly username?: Maybe<Scalars['String']['output']>;
};


/** A person with an account. */
export type UserNotificationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  unreadOnly?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A page of users. */
export type UserConnection = {
  readonly __typename?: 'UserConnection';
  /** The users with their cursors. */
  readonly edges: ReadonlyArray<UserEdge>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many users match, over all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A user in a page. */
export type UserEdge = {
  readonly __typename?: 'UserEdge';
  /** Give it as `after` to continue behind this user. */
  readonly cursor: Scalars['String']['output'];
  /** The user. */
  readonly node: User;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  LoginResult:
    | ( InvalidCredentials )
    | ( SessionModel )
    | ( TooManyAttempts )
  ;
  RefreshSessionResult:
    | ( SessionModel )
    | ( SessionEnded )
  ;
  RegisterResult:
    | ( EmailTaken )
    | ( SessionModel )
  ;
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Address: ResolverTypeWrapper<AddressModel>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AddressInput: AddressInput;
  Campaign: ResolverTypeWrapper<CampaignModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  CampaignConnection: ResolverTypeWrapper<Omit<CampaignConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['CampaignEdge']> }>;
  CampaignEdge: ResolverTypeWrapper<Omit<CampaignEdge, 'node'> & { node: ResolversTypes['Campaign'] }>;
  CampaignState: CampaignState;
  CreatePartnerKeyInput: CreatePartnerKeyInput;
  CreatePartnerKeyResult: ResolverTypeWrapper<Omit<CreatePartnerKeyResult, 'partnerKey'> & { partnerKey: ResolversTypes['PartnerKey'] }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Device: ResolverTypeWrapper<Device>;
  DevicePlatform: DevicePlatform;
  EmailTaken: ResolverTypeWrapper<EmailTaken>;
  InvalidCredentials: ResolverTypeWrapper<InvalidCredentials>;
  LoginInput: LoginInput;
  LoginResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['LoginResult']>;
  LogoutInput: LogoutInput;
  MailboxConnection: ResolverTypeWrapper<MailboxConnection>;
  MailboxEdge: ResolverTypeWrapper<MailboxEdge>;
  MailboxEntry: ResolverTypeWrapper<MailboxEntry>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Notification: ResolverTypeWrapper<NotificationModel>;
  NotificationChannel: NotificationChannel;
  NotificationConnection: ResolverTypeWrapper<NotificationConnectionModel>;
  NotificationEdge: ResolverTypeWrapper<Omit<NotificationEdge, 'node'> & { node: ResolversTypes['Notification'] }>;
  NotificationKind: NotificationKind;
  NotificationPriority: NotificationPriority;
  NotificationStatus: NotificationStatus;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PartnerKey: ResolverTypeWrapper<PartnerKeyModel>;
  Preferences: ResolverTypeWrapper<PreferencesModel>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RefreshSessionInput: RefreshSessionInput;
  RefreshSessionResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RefreshSessionResult']>;
  RegisterDeviceInput: RegisterDeviceInput;
  RegisterInput: RegisterInput;
  RegisterOperationsInput: RegisterOperationsInput;
  RegisterResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RegisterResult']>;
  RegisteredOperation: ResolverTypeWrapper<RegisteredOperationModel>;
  Role: Role;
  SendNotificationInput: SendNotificationInput;
  SendNotificationResult: ResolverTypeWrapper<Omit<SendNotificationResult, 'notifications'> & { notifications: ReadonlyArray<ResolversTypes['Notification']> }>;
  Session: ResolverTypeWrapper<SessionModel>;
  SessionEnded: ResolverTypeWrapper<SessionEnded>;
  StartCampaignInput: StartCampaignInput;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TooManyAttempts: ResolverTypeWrapper<TooManyAttempts>;
  UpdateProfileInput: UpdateProfileInput;
  User: ResolverTypeWrapper<UserModel>;
  UserConnection: ResolverTypeWrapper<UserConnectionModel>;
  UserEdge: ResolverTypeWrapper<Omit<UserEdge, 'node'> & { node: ResolversTypes['User'] }>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Address: AddressModel;
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  Boolean: Scalars['Boolean']['output'];
  AddressInput: AddressInput;
  Campaign: CampaignModel;
  Int: Scalars['Int']['output'];
  CampaignConnection: Omit<CampaignConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['CampaignEdge']> };
  CampaignEdge: Omit<CampaignEdge, 'node'> & { node: ResolversParentTypes['Campaign'] };
  CreatePartnerKeyInput: CreatePartnerKeyInput;
  CreatePartnerKeyResult: Omit<CreatePartnerKeyResult, 'partnerKey'> & { partnerKey: ResolversParentTypes['PartnerKey'] };
  DateTime: Scalars['DateTime']['output'];
  Device: Device;
  EmailTaken: EmailTaken;
  InvalidCredentials: InvalidCredentials;
  LoginInput: LoginInput;
  LoginResult: ResolversUnionTypes<ResolversParentTypes>['LoginResult'];
  LogoutInput: LogoutInput;
  MailboxConnection: MailboxConnection;
  MailboxEdge: MailboxEdge;
  MailboxEntry: MailboxEntry;
  Mutation: Record<PropertyKey, never>;
  Notification: NotificationModel;
  NotificationConnection: NotificationConnectionModel;
  NotificationEdge: Omit<NotificationEdge, 'node'> & { node: ResolversParentTypes['Notification'] };
  PageInfo: PageInfo;
  PartnerKey: PartnerKeyModel;
  Preferences: PreferencesModel;
  Query: Record<PropertyKey, never>;
  RefreshSessionInput: RefreshSessionInput;
  RefreshSessionResult: ResolversUnionTypes<ResolversParentTypes>['RefreshSessionResult'];
  RegisterDeviceInput: RegisterDeviceInput;
  RegisterInput: RegisterInput;
  RegisterOperationsInput: RegisterOperationsInput;
  RegisterResult: ResolversUnionTypes<ResolversParentTypes>['RegisterResult'];
  RegisteredOperation: RegisteredOperationModel;
  SendNotificationInput: SendNotificationInput;
  SendNotificationResult: Omit<SendNotificationResult, 'notifications'> & { notifications: ReadonlyArray<ResolversParentTypes['Notification']> };
  Session: SessionModel;
  SessionEnded: SessionEnded;
  StartCampaignInput: StartCampaignInput;
  Subscription: Record<PropertyKey, never>;
  TooManyAttempts: TooManyAttempts;
  UpdateProfileInput: UpdateProfileInput;
  User: UserModel;
  UserConnection: UserConnectionModel;
  UserEdge: Omit<UserEdge, 'node'> & { node: ResolversParentTypes['User'] };
};

export type AddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  country?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  line1?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line2?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CampaignResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Campaign'] = ResolversParentTypes['Campaign']> = {
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  maxRecipients?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  recipients?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  registeredBefore?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  registeredFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CampaignState'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CampaignConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CampaignConnection'] = ResolversParentTypes['CampaignConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CampaignEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CampaignEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CampaignEdge'] = ResolversParentTypes['CampaignEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Campaign'], ParentType, ContextType>;
};

export type CreatePartnerKeyResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatePartnerKeyResult'] = ResolversParentTypes['CreatePartnerKeyResult']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  partnerKey?: Resolver<ResolversTypes['PartnerKey'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeviceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Device'] = ResolversParentTypes['Device']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  platform?: Resolver<ResolversTypes['DevicePlatform'], ParentType, ContextType>;
};

export type EmailTakenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailTaken'] = ResolversParentTypes['EmailTaken']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidCredentialsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidCredentials'] = ResolversParentTypes['InvalidCredentials']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LoginResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoginResult'] = ResolversParentTypes['LoginResult']> = {
  __resolveType: TypeResolveFn<'InvalidCredentials' | 'Session' | 'TooManyAttempts', ParentType, ContextType>;
};

export type MailboxConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MailboxConnection'] = ResolversParentTypes['MailboxConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MailboxEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MailboxEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MailboxEdge'] = ResolversParentTypes['MailboxEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MailboxEntry'], ParentType, ContextType>;
};

export type MailboxEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MailboxEntry'] = ResolversParentTypes['MailboxEntry']> = {
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['NotificationChannel'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addAddress?: Resolver<ResolversTypes['Address'], ParentType, ContextType, RequireFields<MutationAddAddressArgs, 'input'>>;
  cancelCampaign?: Resolver<ResolversTypes['Campaign'], ParentType, ContextType, RequireFields<MutationCancelCampaignArgs, 'id'>>;
  createPartnerKey?: Resolver<ResolversTypes['CreatePartnerKeyResult'], ParentType, ContextType, RequireFields<MutationCreatePartnerKeyArgs, 'input'>>;
  login?: Resolver<ResolversTypes['LoginResult'], ParentType, ContextType, RequireFields<MutationLoginArgs, 'input'>>;
  logout?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationLogoutArgs, 'input'>>;
  markNotificationsRead?: Resolver<ResolversTypes['Int'], ParentType, ContextType, Partial<MutationMarkNotificationsReadArgs>>;
  refreshSession?: Resolver<ResolversTypes['RefreshSessionResult'], ParentType, ContextType, RequireFields<MutationRefreshSessionArgs, 'input'>>;
  register?: Resolver<ResolversTypes['RegisterResult'], ParentType, ContextType, RequireFields<MutationRegisterArgs, 'input'>>;
  registerDevice?: Resolver<ResolversTypes['Device'], ParentType, ContextType, RequireFields<MutationRegisterDeviceArgs, 'input'>>;
  registerOperations?: Resolver<ReadonlyArray<ResolversTypes['RegisteredOperation']>, ParentType, ContextType, RequireFields<MutationRegisterOperationsArgs, 'input'>>;
  removeAddress?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRemoveAddressArgs, 'id'>>;
  removeAvatar?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  removeDevice?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRemoveDeviceArgs, 'id'>>;
  revokePartnerKey?: Resolver<ResolversTypes['PartnerKey'], ParentType, ContextType, RequireFields<MutationRevokePartnerKeyArgs, 'id'>>;
  sendNotification?: Resolver<ResolversTypes['SendNotificationResult'], ParentType, ContextType, RequireFields<MutationSendNotificationArgs, 'input'>>;
  setAvatar?: Resolver<ResolversTypes['User'], ParentType, ContextType, RequireFields<MutationSetAvatarArgs, 'picture'>>;
  setUserRoles?: Resolver<ResolversTypes['User'], ParentType, ContextType, RequireFields<MutationSetUserRolesArgs, 'roles' | 'userId'>>;
  startCampaign?: Resolver<ResolversTypes['Campaign'], ParentType, ContextType, RequireFields<MutationStartCampaignArgs, 'input'>>;
  unregisterOperation?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationUnregisterOperationArgs, 'id'>>;
  updateAddress?: Resolver<ResolversTypes['Address'], ParentType, ContextType, RequireFields<MutationUpdateAddressArgs, 'id' | 'input'>>;
  updateProfile?: Resolver<ResolversTypes['User'], ParentType, ContextType, RequireFields<MutationUpdateProfileArgs, 'input'>>;
};

export type NotificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Notification'] = ResolversParentTypes['Notification']> = {
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['NotificationChannel'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NotificationKind'], ParentType, ContextType>;
  orderId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['NotificationPriority'], ParentType, ContextType>;
  readAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['NotificationStatus'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type NotificationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationConnection'] = ResolversParentTypes['NotificationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['NotificationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NotificationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationEdge'] = ResolversParentTypes['NotificationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Notification'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PartnerKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerKey'] = ResolversParentTypes['PartnerKey']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pointsPerMinute?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  prefix?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  scopes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PreferencesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Preferences'] = ResolversParentTypes['Preferences']> = {
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  marketingChannels?: Resolver<ReadonlyArray<ResolversTypes['NotificationChannel']>, ParentType, ContextType>;
  marketingEmails?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  orderChannels?: Resolver<ReadonlyArray<ResolversTypes['NotificationChannel']>, ParentType, ContextType>;
  orderEmails?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  _partnerKeyByHash?: Resolver<Maybe<ResolversTypes['PartnerKey']>, ParentType, ContextType, RequireFields<Query_PartnerKeyByHashArgs, 'hash'>>;
  _registeredOperations?: Resolver<ReadonlyArray<ResolversTypes['RegisteredOperation']>, ParentType, ContextType, Partial<Query_RegisteredOperationsArgs>>;
  campaigns?: Resolver<ResolversTypes['CampaignConnection'], ParentType, ContextType, RequireFields<QueryCampaignsArgs, 'first'>>;
  findUsers?: Resolver<ReadonlyArray<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryFindUsersArgs, 'text'>>;
  localMailbox?: Resolver<ResolversTypes['MailboxConnection'], ParentType, ContextType, RequireFields<QueryLocalMailboxArgs, 'first'>>;
  me?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  partnerKeys?: Resolver<ReadonlyArray<ResolversTypes['PartnerKey']>, ParentType, ContextType>;
  registeredOperations?: Resolver<ReadonlyArray<ResolversTypes['RegisteredOperation']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserArgs, 'id'>>;
  users?: Resolver<ResolversTypes['UserConnection'], ParentType, ContextType, RequireFields<QueryUsersArgs, 'first'>>;
};

export type RefreshSessionResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefreshSessionResult'] = ResolversParentTypes['RefreshSessionResult']> = {
  __resolveType: TypeResolveFn<'Session' | 'SessionEnded', ParentType, ContextType>;
};

export type RegisterResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterResult'] = ResolversParentTypes['RegisterResult']> = {
  __resolveType: TypeResolveFn<'EmailTaken' | 'Session', ParentType, ContextType>;
};

export type RegisteredOperationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisteredOperation'] = ResolversParentTypes['RegisteredOperation']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  partnerKeyId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SendNotificationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SendNotificationResult'] = ResolversParentTypes['SendNotificationResult']> = {
  notifications?: Resolver<ReadonlyArray<ResolversTypes['Notification']>, ParentType, ContextType>;
};

export type SessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refreshToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SessionEndedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SessionEnded'] = ResolversParentTypes['SessionEnded']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  notificationReceived?: SubscriptionResolver<ResolversTypes['Notification'], "notificationReceived", ParentType, ContextType>;
};

export type TooManyAttemptsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TooManyAttempts'] = ResolversParentTypes['TooManyAttempts']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  addresses?: Resolver<ReadonlyArray<ResolversTypes['Address']>, ParentType, ContextType>;
  avatarUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  devices?: Resolver<ReadonlyArray<ResolversTypes['Device']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  notifications?: Resolver<ResolversTypes['NotificationConnection'], ParentType, ContextType, RequireFields<UserNotificationsArgs, 'first' | 'unreadOnly'>>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  preferences?: Resolver<Maybe<ResolversTypes['Preferences']>, ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
  username?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UserConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserConnection'] = ResolversParentTypes['UserConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['UserEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UserEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserEdge'] = ResolversParentTypes['UserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Address?: AddressResolvers<ContextType>;
  Campaign?: CampaignResolvers<ContextType>;
  CampaignConnection?: CampaignConnectionResolvers<ContextType>;
  CampaignEdge?: CampaignEdgeResolvers<ContextType>;
  CreatePartnerKeyResult?: CreatePartnerKeyResultResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Device?: DeviceResolvers<ContextType>;
  EmailTaken?: EmailTakenResolvers<ContextType>;
  InvalidCredentials?: InvalidCredentialsResolvers<ContextType>;
  LoginResult?: LoginResultResolvers<ContextType>;
  MailboxConnection?: MailboxConnectionResolvers<ContextType>;
  MailboxEdge?: MailboxEdgeResolvers<ContextType>;
  MailboxEntry?: MailboxEntryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Notification?: NotificationResolvers<ContextType>;
  NotificationConnection?: NotificationConnectionResolvers<ContextType>;
  NotificationEdge?: NotificationEdgeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PartnerKey?: PartnerKeyResolvers<ContextType>;
  Preferences?: PreferencesResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RefreshSessionResult?: RefreshSessionResultResolvers<ContextType>;
  RegisterResult?: RegisterResultResolvers<ContextType>;
  RegisteredOperation?: RegisteredOperationResolvers<ContextType>;
  SendNotificationResult?: SendNotificationResultResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SessionEnded?: SessionEndedResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TooManyAttempts?: TooManyAttemptsResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
};

