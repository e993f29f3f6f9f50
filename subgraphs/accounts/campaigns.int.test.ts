import { v7 as newId } from 'uuid';
import { silentLog } from '#platform/telemetry/log.ts';
import type { UserViewer } from '#platform/identity/viewer.ts';
import { insertUsers } from './data/user.repository.ts';
import { DEFAULT_PREFERENCES, type Preferences } from './domain/user.ts';
import { expandCampaign } from './jobs/expand-campaigns.ts';
import { purgeNotifications } from './jobs/purge-notifications.ts';
import { testAccounts } from './testing/accounts.ts';
import { insertAda, NOON } from './testing/events.ts';

const admin: UserViewer = {
  kind: 'user',
  userId: newId(),
  sessionId: 's1',
  roles: ['ADMIN'],
  scopes: ['accounts:read', 'accounts:write'],
  expiresAt: 4_000_000_000,
};
const START = `mutation ($input: StartCampaignInput!) {
  startCampaign(input: $input) { id state recipients maxRecipients language } }`;
const SEND = `mutation ($input: SendNotificationInput!) {
  sendNotification(input: $input) { notifications { kind priority channel status subject } } }`;
const CANCEL = 'mutation ($id: ID!) { cancelCampaign(id: $id) { state recipients } }';

const preferencesOf = (n: number): Preferences => ({
  ...DEFAULT_PREFERENCES,
  marketingChannels: n % 2 === 0 ? ['EMAIL'] : [],
  language: n % 4 === 0 ? 'de' : 'en',
});

/** So many users of whom every second one wants offers by mail. */
async function shop(users: number) {
  const accounts = await testAccounts();
  await insertUsers(
    accounts.db,
    Array.from({ length: users }, (_, n) => ({
      id: newId(),
      email: `user-${n}@example.com`,
      name: `User ${n}`,
      phone: null,
      roles: ['CUSTOMER'],
      preferences: preferencesOf(n),
      passwordHash: 'none',
      createdAt: NOON,
    })),
  );
  const { store, live, metrics } = accounts;
  const parts = {
    store,
    live,
    metrics,
    log: silentLog,
    hasPushProvider: false,
    now: () => NOON,
    newId,
  };
  return {
    accounts,
    expand: () => expandCampaign(parts),
    start: (change: object = {}) =>
      accounts.get<{ id: string; state: string; recipients: number }>(
        START,
        { input: { subject: 'Sale', body: 'Come!', idempotencyKey: 'spring', ...change } },
        admin,
      ),
    offers: () =>
      accounts.db.selectFrom('notification').selectAll().where('kind', '=', 'OFFER').execute(),
    campaigns: () =>
      accounts.get<{ edges: { node: { state: string; recipients: number } }[] }>(
        '{ campaigns { edges { node { state recipients } } } }',
        {},
        admin,
      ),
    [Symbol.asyncDispose]: () => accounts[Symbol.asyncDispose](),
  };
}

test('reaches each user who wants offers once, also when replicas work on it at once', async () => {
  await using given = await shop(1_400);
  await given.start();

  for (let turn = 0; turn < 3; turn += 1) {
    await Promise.all([given.expand(), given.expand(), given.expand()]);
  }

  const offers = await given.offers();
  expect(offers).toHaveLength(700);
  expect(new Set(offers.map(({ user_id }) => user_id)).size).toBe(700);
  expect(offers[0]).toMatchObject({ priority: 2, channel: 'EMAIL', status: 'QUEUED' });
  expect(await given.campaigns()).toEqual({
    edges: [{ node: { state: 'DONE', recipients: 700 } }],
  });
  const topics = await given.accounts.db.selectFrom('outbox').select('topic').distinct().execute();
  expect(topics).toEqual([{ topic: 'notification-events.low' }]);
});

test('negative control: a campaign that loses its place reaches nobody twice either', async () => {
  await using given = await shop(20);
  const { id } = await given.start();
  await given.expand();
  await given.accounts.db
    .updateTable('campaign')
    .set({ state: 'RUNNING', last_user_id: null, recipients: 0, ended_at: null })
    .where('id', '=', id)
    .execute();

  expect(await given.expand()).toBe(0);
  expect(await given.offers()).toHaveLength(10);
});

test('keeps to its segment and its bound, and to one campaign a key', async () => {
  await using given = await shop(40);
  const first = await given.start({ language: 'de', maxRecipients: 7 });
  expect(await given.start({ subject: 'Another' })).toMatchObject({ id: first.id });
  await given.expand();
  await given.expand();

  expect(await given.offers()).toHaveLength(7);
  expect(await given.campaigns()).toEqual({ edges: [{ node: { state: 'DONE', recipients: 7 } }] });
  await expect(given.start({ maxRecipients: 1_000_000 })).rejects.toThrow('at most 100000');
});

test('waits while much is waiting, and ends when it is cancelled', async () => {
  await using given = await shop(10);
  const { id } = await given.start();
  const ada = await insertAda(given.accounts.db, { email: 'other@example.com' });
  await given.accounts.db
    .insertInto('notification')
    .values(
      Array.from({ length: 2_000 }, (_, n) => ({
        id: newId(),
        user_id: ada.id,
        cause: `waiting-${n}`,
        kind: 'OFFER' as const,
        priority: 2,
        channel: 'EMAIL' as const,
        status: 'QUEUED' as const,
        retry_at: NOON,
        subject: '',
        body: '',
        order_id: null,
        created_at: NOON,
        sent_at: null,
        read_at: null,
      })),
    )
    .execute();
  expect(await given.expand()).toBe(0);

  await given.accounts.db.deleteFrom('notification').execute();
  expect(await given.accounts.get(CANCEL, { id }, admin)).toEqual({
    state: 'CANCELLED',
    recipients: 0,
  });
  expect(await given.expand()).toBe(0);
  await expect(given.accounts.get(CANCEL, { id: newId() }, admin)).rejects.toThrow('no campaign');
});

test('an administrator tells one user something, once a key', async () => {
  await using given = await shop(0);
  const ada = await insertAda(given.accounts.db);
  const input = { userId: ada.id, subject: 'Hello', body: 'You', idempotencyKey: 'k1' };
  const send = (change: object = {}) =>
    given.accounts.get(SEND, { input: { ...input, ...change } }, admin);

  expect(await send()).toEqual({
    notifications: [
      {
        kind: 'ANNOUNCEMENT',
        priority: 'NORMAL',
        channel: 'EMAIL',
        status: 'QUEUED',
        subject: 'Hello',
      },
    ],
  });
  expect(await send()).toEqual({ notifications: [] });
  await expect(send({ channels: ['SMS'] })).rejects.toThrow('no phone number');
  await expect(send({ userId: newId() })).rejects.toThrow('there is no user');
  await expect(send({ subject: '' })).rejects.toThrow('subject must have 1 to 200 characters');
  await expect(given.accounts.get(SEND, { input }, { ...admin, scopes: [] })).rejects.toThrow(
    'accounts:write',
  );
});

test('devices: one owner a token, ten a user, gone when removed', async () => {
  await using given = await shop(0);
  const { accounts } = given;
  const ada = accounts.viewerOf(await accounts.register());
  const bob = accounts.viewerOf(await accounts.register({ email: 'bob@example.com' }));
  const REGISTER = `mutation ($input: RegisterDeviceInput!) { registerDevice(input: $input) { id platform } }`;
  const register = (token: string, viewer = ada) =>
    accounts.get<{ id: string }>(REGISTER, { input: { token, platform: 'WEB' } }, viewer);
  const devicesOf = async (viewer: typeof ada) => {
    const { devices } = await accounts.get<{ devices: { id: string }[] }>(
      '{ me { devices { id } } }',
      {},
      viewer,
    );
    return devices.map(({ id }) => id);
  };

  const { id } = await register('t1');
  expect(await register('t1')).toEqual({ id, platform: 'WEB' });
  await register('t1', bob);
  expect([await devicesOf(ada), await devicesOf(bob)]).toEqual([[], [id]]);

  for (let n = 0; n < 12; n += 1) {
    accounts.wait(1);
    await register(`mine-${n}`);
  }
  expect(await devicesOf(ada)).toHaveLength(10);
  const REMOVE = 'mutation ($id: ID!) { removeDevice(id: $id) }';
  expect(await accounts.get(REMOVE, { id }, ada)).toBe(false);
  expect(await accounts.get(REMOVE, { id }, bob)).toBe(true);
});

test('history is kept as long as it should be', async () => {
  await using given = await shop(12);
  await given.start();
  await given.expand();
  await given.accounts.startBackgroundWork();
  const { db } = given.accounts;
  const LATER = `{ localMailbox { edges { node { recipient channel } } } }`;
  type Mailbox = { edges: { node: { recipient: string; channel: string } }[] };
  let mails: Mailbox;
  do mails = await given.accounts.get<Mailbox>(LATER, {}, admin);
  while (mails.edges.length < 6);
  expect(mails.edges[0]?.node.channel).toBe('EMAIL');

  const daysLater = (days: number) =>
    purgeNotifications({
      db,
      now: () => new Date(NOON.getTime() + days * 24 * 3_600_000),
      notificationDays: 30,
      mailboxDays: 7,
    });
  expect(await daysLater(6)).toBe(0);
  expect(await daysLater(8)).toBe(6);
  expect(await daysLater(31)).toBe(6);
}, 20_000);
