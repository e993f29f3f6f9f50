import { v7 as newId } from 'uuid';
import type { TestDatabase } from '#platform/testing/database.ts';
import { findRefreshToken, lockRefreshToken } from '../data/session.repository.ts';
import type { Tables } from '../data/tables.ts';
import { insertUser } from '../data/user.repository.ts';
import { DEFAULT_PREFERENCES, type User } from '../domain/user.ts';
import { createSessionCleanup } from '../jobs/delete-ended-sessions.ts';
import { accountsDatabase } from '../testing/accounts.ts';
import { newSecret } from './secret.ts';
import { createSessions, type SessionsOptions } from './sessions.ts';

const GRACE_S = 10;
const DAY_S = 24 * 3600;
const START = new Date('2026-03-01T12:00:00.000Z');

const ada: User = {
  id: newId(),
  email: 'ada@example.com',
  name: 'Ada',
  username: null,
  avatarUrl: null,
  phone: null,
  roles: ['ADMIN'],
  preferences: DEFAULT_PREFERENCES,
  createdAt: START,
};

async function signedIn({ store }: TestDatabase<Tables>, options: Partial<SessionsOptions> = {}) {
  const clock = { now: START };
  const sessions = createSessions({
    store,
    issueToken: ({ sessionId, scopes }) => Promise.resolve(`${sessionId} ${scopes.join(' ')}`),
    now: () => clock.now,
    newId,
    newSecret,
    accessMs: 900_000,
    refreshMs: 30 * DAY_S * 1000,
    graceMs: GRACE_S * 1000,
    ...options,
  });
  const { refreshToken } = await store.transact(async (tx) => {
    await insertUser(tx, { ...ada, passwordHash: 'none' });
    return sessions.open(tx, ada);
  });
  const rotate = async (token: string) => {
    const refreshed = await sessions.refresh(token);
    if (refreshed.verdict !== 'rotate') throw new Error(`the token is ${refreshed.verdict}`);
    return refreshed.session.refreshToken;
  };
  const wait = (seconds: number) => {
    clock.now = new Date(clock.now.getTime() + seconds * 1000);
  };
  return { ...sessions, refreshToken, rotate, wait, clock };
}

const verdictsOf = (refreshed: readonly { verdict: string }[]) =>
  refreshed.map(({ verdict }) => verdict).toSorted();

test('a refresh gives the next token and the scopes of the roles at that time', async () => {
  await using database = await accountsDatabase();
  const { refresh, refreshToken } = await signedIn(database);
  await database.db
    .updateTable('user')
    .set({ roles: ['CUSTOMER'] })
    .execute();

  const refreshed = await refresh(refreshToken);

  expect(refreshed).toMatchObject({
    verdict: 'rotate',
    session: { user: { roles: ['CUSTOMER'] } },
  });
  expect(refreshed.verdict === 'rotate' && refreshed.session.accessToken).not.toContain('accounts');
});

test('of a crowd that presents one token, exactly one wins, and the session lives on', async () => {
  await using database = await accountsDatabase();
  const { refresh, refreshToken } = await signedIn(database);

  const refreshed = await Promise.all(Array.from({ length: 8 }, () => refresh(refreshToken)));

  const winners = refreshed.filter(({ verdict }) => verdict === 'rotate');
  expect(winners).toHaveLength(1);
  const [winner] = winners;
  expect(winner?.verdict === 'rotate' && (await refresh(winner.session.refreshToken)).verdict).toBe(
    'rotate',
  );
});

/** Both have read the token before either uses it up. */
async function refreshTwiceBetweenReadAndWrite(
  database: TestDatabase<Tables>,
  readToken: typeof lockRefreshToken,
) {
  const bothAreHere = Promise.withResolvers<void>();
  let here = 0;
  async function waitForBoth() {
    here += 1;
    if (here === 2) bothAreHere.resolve();
    await bothAreHere.promise;
  }
  const { refresh, refreshToken } = await signedIn(database, {
    async readToken(tx, hash) {
      // Who locks waits for the other: both can only be about to read.
      const isLocking = readToken === lockRefreshToken;
      if (isLocking) await waitForBoth();
      const token = await readToken(tx, hash);
      if (!isLocking) await waitForBoth();
      return token;
    },
  });
  return verdictsOf(await Promise.all([refresh(refreshToken), refresh(refreshToken)]));
}

test('who comes between the read and the write of another waits, and does not win', async () => {
  await using database = await accountsDatabase();

  expect(await refreshTwiceBetweenReadAndWrite(database, lockRefreshToken)).toEqual([
    'ended',
    'rotate',
  ]);
});

test('negative control: without the lock both win', async () => {
  await using database = await accountsDatabase();

  expect(await refreshTwiceBetweenReadAndWrite(database, findRefreshToken)).toEqual([
    'rotate',
    'rotate',
  ]);
});

test('reuse after the grace ends the session for the thief and the owner', async () => {
  await using database = await accountsDatabase();
  const { refresh, rotate, wait, refreshToken } = await signedIn(database);
  const next = await rotate(refreshToken);

  wait(GRACE_S);

  expect(await refresh(refreshToken)).toEqual({ verdict: 'stolen' });
  expect(await refresh(next)).toEqual({ verdict: 'ended' });
});

test('reuse within the grace gives nothing and leaves the session alone', async () => {
  await using database = await accountsDatabase();
  const { refresh, rotate, wait, refreshToken } = await signedIn(database);
  const next = await rotate(refreshToken);

  wait(GRACE_S - 1);

  expect(await refresh(refreshToken)).toEqual({ verdict: 'ended' });
  expect((await refresh(next)).verdict).toBe('rotate');
});

test('a session lasts as long as it is used, and ends 30 days after that', async () => {
  await using database = await accountsDatabase();
  const { refresh, rotate, wait, refreshToken } = await signedIn(database);

  wait(29 * DAY_S);
  const next = await rotate(refreshToken);
  wait(29 * DAY_S);
  const last = await rotate(next);
  wait(30 * DAY_S);

  expect(await refresh(last)).toEqual({ verdict: 'ended' });
});

test('a sign-out that comes between the read and the write of a refresh wins', async () => {
  await using database = await accountsDatabase();
  let signOut: () => Promise<void>;
  const session = await signedIn(database, {
    async readToken(tx, hash) {
      const token = await lockRefreshToken(tx, hash);
      await signOut();
      return token;
    },
  });
  signOut = () => session.end(session.refreshToken);

  expect(await session.refresh(session.refreshToken)).toEqual({ verdict: 'ended' });
});

test('the clean-up deletes ended sessions with their tokens, and no others', async () => {
  await using database = await accountsDatabase();
  const { db, store } = database;
  const session = await signedIn(database);
  session.wait(20 * DAY_S);
  const { refreshToken } = await store.transact((tx) => session.open(tx, ada));
  session.wait(20 * DAY_S);

  await createSessionCleanup({ db, now: () => session.clock.now }).run();

  expect(await db.selectFrom('session').select('id').execute()).toHaveLength(1);
  expect(await db.selectFrom('refresh_token').select('hash').execute()).toHaveLength(1);
  expect((await session.refresh(refreshToken)).verdict).toBe('rotate');
});
