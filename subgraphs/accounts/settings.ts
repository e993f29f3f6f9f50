import { integer, optionalText, text } from '#platform/config/settings.ts';
import { storageSettings } from '#platform/storage/storage-settings.ts';

export const accountsSettings = {
  AUTH_PRIVATE_KEY: optionalText('RSA or Ed25519 key that signs access tokens: PEM, PKCS #8', {
    isSecret: true,
  }),
  AUTH_PRIVATE_KEY_FILE: optionalText('file with that key, read when AUTH_PRIVATE_KEY is not set'),
  ACCESS_TOKEN_MINUTES: integer(
    'how long an access token works; a change of roles and a sign-out take this long to reach it',
    { min: 1, max: 1440 },
    { default: '15' },
  ),
  REFRESH_TOKEN_DAYS: integer(
    'how long a sign-in lasts when it is not used',
    { min: 1, max: 365 },
    { default: '30' },
  ),
  REFRESH_GRACE_SECONDS: integer(
    'within which a second use of a refresh token counts as a race of one client, not as theft',
    { min: 0, max: 300 },
    { default: '10' },
  ),
  ARGON2_MEMORY_KIB: integer(
    'memory of one password hash (Argon2id)',
    { min: 8, max: 4_194_304 },
    { default: '19456' },
  ),
  ARGON2_ITERATIONS: integer(
    'passes of one password hash (Argon2id)',
    { min: 1, max: 100 },
    { default: '2' },
  ),
  ARGON2_CONCURRENCY: integer(
    'password hashes under way at once; more wait',
    { min: 1, max: 64 },
    { default: '4' },
  ),
  LOGIN_MAX_WRONG_PASSWORDS: integer(
    'wrong passwords an e-mail address may have in one window',
    { min: 1, max: 10_000 },
    { default: '10' },
  ),
  LOGIN_WINDOW_SECONDS: integer(
    'length of that window, and so of the wait that follows',
    { min: 1, max: 86_400 },
    { default: '900' },
  ),
  USER_LOOKUPS_PER_MINUTE: integer(
    'how often somebody may look people up by name or e-mail address in a minute',
    { min: 1, max: 10_000 },
    { default: '30' },
  ),
  SMTP_URL: optionalText(
    'mail server, smtp(s)://user:password@host:port; without one, mails go to a local mailbox in the database',
    { isSecret: true },
  ),
  EMAIL_PER_SECOND: integer(
    'mails that the mail server takes a second, over all replicas',
    { min: 1, max: 100_000 },
    { default: '100' },
  ),
  SMS_URL: optionalText(
    'text messages by the API of Twilio: https://account:token@api.twilio.com; without one, they go to the local mailbox',
    { isSecret: true },
  ),
  SMS_FROM: text('sender of text messages, in international form', { default: '+15005550006' }),
  SMS_PER_SECOND: integer(
    'text messages that the provider takes a second, over all replicas',
    { min: 1, max: 100_000 },
    { default: '50' },
  ),
  FCM_SERVICE_ACCOUNT: optionalText(
    'push messages by FCM HTTP v1: the JSON of a service account; without one, they are shown live and in the list alone',
    { isSecret: true },
  ),
  FCM_URL: text('address of FCM', { default: 'https://fcm.googleapis.com' }),
  PUSH_PER_SECOND: integer(
    'push messages that FCM takes a second, over all replicas',
    { min: 1, max: 100_000 },
    { default: '500' },
  ),
  NOTIFICATION_KEEP_DAYS: integer(
    'how long the history of notifications is kept',
    { min: 1, max: 3_650 },
    { default: '365' },
  ),
  MAILBOX_KEEP_DAYS: integer(
    'how long the local mailbox keeps messages',
    { min: 1, max: 3_650 },
    { default: '30' },
  ),
  CAMPAIGN_MAX_RECIPIENTS: integer(
    'users that one campaign may reach',
    { min: 1, max: 10_000_000 },
    { default: '100000' },
  ),
  MAIL_FROM: text('sender of mails', { default: 'Plaza <no-reply@plaza.example>' }),
  ...storageSettings,
};
