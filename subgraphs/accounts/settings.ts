import { integer, optionalText, text } from '#platform/config/settings.ts';

export const accountsSettings = {
  AUTH_PRIVATE_KEY: optionalText('Ed25519 key that signs access tokens: PEM, PKCS #8', {
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
  SMTP_URL: optionalText(
    'mail server, smtp(s)://user:password@host:port; without one, mails go to a local mailbox in the database',
    { isSecret: true },
  ),
  MAIL_FROM: text('sender of mails', { default: 'Plaza <no-reply@plaza.example>' }),
};
