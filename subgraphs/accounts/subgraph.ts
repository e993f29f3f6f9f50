import { readFile } from 'node:fs/promises';
import { SettingsError } from '#platform/config/settings.ts';
import { createTokenIssuer } from '#platform/identity/access-token.ts';
import { createStorage } from '#platform/storage/storage-settings.ts';
import { defineSubgraph } from '#platform/subgraph/definition.ts';
import { counter } from '#platform/telemetry/metrics.ts';
import { createLoginThrottle } from './access/login-throttle.ts';
import { createLookupThrottle } from './access/lookup-throttle.ts';
import { createPasswordHasher } from './access/password-hasher.ts';
import { newSecret } from './access/secret.ts';
import { createSessions } from './access/sessions.ts';
import { createContext, type AccountsParts } from './context.ts';
import { createRateLimit } from './data/rate-limit.ts';
import type { Tables } from './data/tables.ts';
import { createAdaptiveWorkers } from './delivery/adaptive-workers.ts';
import { createProviders } from './delivery/create-providers.ts';
import { createLanes } from './delivery/lanes.ts';
import { SENDER_GROUPS } from './delivery/send-notifications.ts';
import { createNotifications } from './events/notifications.consumer.ts';
import { createSenders } from './events/sender.consumer.ts';
import { createSessionCleanup } from './jobs/delete-ended-sessions.ts';
import { createCampaignJob } from './jobs/expand-campaigns.ts';
import { createNotificationPurge } from './jobs/purge-notifications.ts';
import { createPostponedSender } from './jobs/send-postponed.ts';
import { resolvers } from './resolvers.ts';
import { accountsSettings } from './settings.ts';
import { createSlots } from './slots.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Batches that are sent at once; each holds a database connection meanwhile. */
const SENDING_SLOTS = 2;

/** Each up to half a megabyte. */
const MAX_PICTURES_WAITING = 100;

export const accountsSubgraph = defineSubgraph<Tables, typeof accountsSettings>({
  name: 'accounts',
  directory: new URL('./', import.meta.url),
  settings: accountsSettings,

  async create({ settings, store, redis, live, log, metrics, lagOf, now, newId }) {
    const logins = counter(metrics, {
      name: 'accounts_logins_total',
      help: 'Attempts to sign in by result: signed-in, wrong (password or address), blocked',
      labelNames: ['result'],
    });
    const workers = createAdaptiveWorkers(async () => {
      const lags = await Promise.all(Object.values(SENDER_GROUPS).map((group) => lagOf(group)));
      return lags.reduce((sum, lag) => sum + lag, 0);
    });
    const providers = createProviders(settings, { workers, now });
    const notifying = { hasPushProvider: providers.PUSH !== undefined, now, newId };
    const storage = createStorage(settings, now);
    const pictureSlots = createSlots(1, MAX_PICTURES_WAITING, 'pictures are changed');
    const parts: AccountsParts = {
      notifying,
      avatars: { store, storage, pictureSlots, now, newId },
      metrics,
      maxRecipients: settings.CAMPAIGN_MAX_RECIPIENTS,
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
      countLookup: createLookupThrottle({
        redis,
        log,
        now,
        perMinute: settings.USER_LOOKUPS_PER_MINUTE,
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
    const lanes = createLanes(SENDING_SLOTS);
    const rateLimit = createRateLimit(redis, now);
    const random = Math.random;
    const sending = { store, providers, rateLimit, log, metrics, now, newId, random };
    const announcing = { ...notifying, store, live, log, metrics };

    return {
      resolvers,
      createContext: (scope) => createContext(parts, scope),
      consumers: [createNotifications(announcing), ...createSenders(sending, lanes)],
      jobs: [
        createSessionCleanup({ db: store.db, now }),
        createPostponedSender(sending, lanes),
        createCampaignJob(announcing),
        createNotificationPurge({
          db: store.db,
          now,
          notificationDays: settings.NOTIFICATION_KEEP_DAYS,
          mailboxDays: settings.MAILBOX_KEEP_DAYS,
        }),
      ],
      stop: () => {
        for (const provider of Object.values(providers)) provider.close();
        return Promise.resolve();
      },
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
    'AUTH_PRIVATE_KEY or AUTH_PRIVATE_KEY_FILE is required: the RSA or Ed25519 key that signs access tokens',
  );
}
