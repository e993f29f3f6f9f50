import { readFile } from 'node:fs/promises';
import { SettingsError } from '#platform/config/settings.ts';
import { createTokenIssuer } from '#platform/identity/access-token.ts';
import { defineSubgraph } from '#platform/subgraph/definition.ts';
import { counter } from '#platform/telemetry/metrics.ts';
import { createLoginThrottle } from './access/login-throttle.ts';
import { createPasswordHasher, createSlots } from './access/password-hasher.ts';
import { newSecret } from './access/secret.ts';
import { createSessions } from './access/sessions.ts';
import { createContext, type AccountsParts } from './context.ts';
import type { Tables } from './data/tables.ts';
import { createMailer } from './events/mailer.consumer.ts';
import { createNotifications } from './events/notifications.consumer.ts';
import { createSessionCleanup } from './jobs/delete-ended-sessions.ts';
import { createLocalMail } from './mail/local-mail.ts';
import { createSmtpMail } from './mail/smtp-mail.ts';
import { resolvers } from './resolvers.ts';
import { accountsSettings } from './settings.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

export const accountsSubgraph = defineSubgraph<Tables, typeof accountsSettings>({
  name: 'accounts',
  directory: new URL('./', import.meta.url),
  settings: accountsSettings,

  async create({ settings, store, redis, live, log, metrics, now, newId }) {
    const logins = counter(metrics, {
      name: 'accounts_logins_total',
      help: 'Attempts to sign in by result: signed-in, wrong (password or address), blocked',
      labelNames: ['result'],
    });
    const parts: AccountsParts = {
      store,
      live,
      log,
      now,
      newId,
      newSecret,
      slots: createSlots(settings.ARGON2_CONCURRENCY),
      passwords: await createPasswordHasher({
        memoryKib: settings.ARGON2_MEMORY_KIB,
        iterations: settings.ARGON2_ITERATIONS,
      }),
      throttle: createLoginThrottle({
        redis,
        log,
        now,
        maxWrong: settings.LOGIN_MAX_WRONG_PASSWORDS,
        windowMs: settings.LOGIN_WINDOW_SECONDS * SECOND_MS,
      }),
      sessions: createSessions({
        store,
        issueToken: await createTokenIssuer(await readPrivateKey(settings)),
        now,
        newId,
        newSecret,
        accessMs: settings.ACCESS_TOKEN_MINUTES * MINUTE_MS,
        refreshMs: settings.REFRESH_TOKEN_DAYS * DAY_MS,
        graceMs: settings.REFRESH_GRACE_SECONDS * SECOND_MS,
      }),
      countLogin: (result) => logins.inc({ result }),
    };
    const mail =
      settings.SMTP_URL === undefined ? createLocalMail(now) : createSmtpMail(settings.SMTP_URL);

    return {
      resolvers,
      createContext: (scope) => createContext(parts, scope),
      consumers: [
        createNotifications({ store, live, log, metrics, now, newId }),
        createMailer({ store, mail, from: settings.MAIL_FROM, log, metrics, now }),
      ],
      jobs: [createSessionCleanup({ db: store.db, now })],
      stop: async () => mail.close(),
    };
  },
});

async function readPrivateKey(settings: {
  AUTH_PRIVATE_KEY: string | undefined;
  AUTH_PRIVATE_KEY_FILE: string | undefined;
}): Promise<string> {
  const { AUTH_PRIVATE_KEY: key, AUTH_PRIVATE_KEY_FILE: file } = settings;
  // Some ways to set an environment variable cannot hold a line break.
  if (key !== undefined) return key.replaceAll(String.raw`\n`, '\n');
  if (file !== undefined) return readFile(file, 'utf8');
  throw new SettingsError(
    'AUTH_PRIVATE_KEY or AUTH_PRIVATE_KEY_FILE is required: the Ed25519 key that signs access tokens',
  );
}
