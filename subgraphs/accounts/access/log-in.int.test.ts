import { Redis } from 'ioredis';
import { v7 as newId } from 'uuid';
import { silentLog } from '#platform/telemetry/log.ts';
import { testRedis } from '#platform/testing/redis.ts';
import { insertUsers } from '../data/user.repository.ts';
import { DEFAULT_PREFERENCES } from '../domain/user.ts';
import { accountsDatabase } from '../testing/accounts.ts';
import { logIn } from './log-in.ts';
import { createLoginThrottle } from './login-throttle.ts';
import { createSlots, type Slots } from '../slots.ts';
import { createPasswordHasher } from './password-hasher.ts';
import { newSecret } from './secret.ts';
import { createSessions } from './sessions.ts';

const MAX_WRONG = 5;
const WINDOW_MS = 60_000;
const SLOTS = 3;
const RIGHT = { email: 'ada@example.com', password: 'correct horse' };
const WRONG = { ...RIGHT, password: 'wrong horse' };

async function login({
  slots = createSlots(SLOTS),
  redis: given,
}: { slots?: Slots; redis?: Redis } = {}) {
  const stack = new AsyncDisposableStack();
  const { store } = stack.use(await accountsDatabase());
  const redis = given ?? stack.use(await testRedis()).redis;
  const clock = { now: new Date('2026-03-01T12:00:00.000Z') };
  const now = () => clock.now;
  const passwords = await createPasswordHasher({ memoryKib: 64, iterations: 1 });
  await insertUsers(store.db, [
    {
      id: newId(),
      email: RIGHT.email,
      passwordHash: await passwords.hash(RIGHT.password),
      name: 'Ada',
      phone: null,
      roles: ['CUSTOMER'],
      preferences: DEFAULT_PREFERENCES,
      createdAt: now(),
    },
  ]);
  const sessions = createSessions({
    store,
    issueToken: () => Promise.resolve('token'),
    now,
    newId,
    newSecret,
    accessMs: 1,
    refreshMs: 1,
    graceMs: 0,
  });
  const replica = () => {
    const throttle = createLoginThrottle({
      redis,
      log: silentLog,
      now,
      maxWrong: MAX_WRONG,
      windowMs: WINDOW_MS,
    });
    const parts = { store, passwords, throttle, sessions, slots };
    return async (input: { email: string; password: string }) => (await logIn(parts, input)).result;
  };
  return {
    redis,
    replica,
    attempt: replica(),
    wait: (ms: number) => {
      clock.now = new Date(clock.now.getTime() + ms);
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

const times = async (count: number, attempt: () => Promise<string>) => {
  for (let i = 0; i < count; i += 1) await attempt();
};

test('after too many wrong passwords not even the right one is tried, on any replica', async () => {
  await using given = await login();
  await times(MAX_WRONG, () => given.attempt(WRONG));

  expect(await given.attempt(RIGHT)).toBe('blocked');
  expect(await given.replica()({ ...RIGHT, email: 'ADA@example.com' })).toBe('blocked');
});

test('an address without an account is blocked the same way', async () => {
  await using given = await login();
  const nobody = { email: 'nobody@example.com', password: 'x' };
  await times(MAX_WRONG, () => given.attempt(nobody));

  expect(await given.attempt(nobody)).toBe('blocked');
  expect(await given.attempt(RIGHT)).toBe('signed-in');
});

test('the window ends, and a right password forgets the wrong ones before it', async () => {
  await using given = await login();
  await times(MAX_WRONG, () => given.attempt(WRONG));
  given.wait(WINDOW_MS);
  await times(MAX_WRONG - 1, () => given.attempt(WRONG));
  expect(await given.attempt(RIGHT)).toBe('signed-in');
  await times(MAX_WRONG - 1, () => given.attempt(WRONG));

  expect(await given.attempt(RIGHT)).toBe('signed-in');
});

test('a burst of guesses gets past the limit by no more than the slots', async () => {
  await using given = await login();

  const results = await Promise.all(Array.from({ length: 60 }, () => given.attempt(WRONG)));

  const tried = results.filter((result) => result === 'wrong').length;
  expect(tried).toBeGreaterThanOrEqual(MAX_WRONG);
  expect(tried).toBeLessThan(MAX_WRONG + SLOTS);
});

test('negative control: with a slot for everybody the whole burst is tried', async () => {
  await using given = await login({ slots: (work) => work() });

  const results = await Promise.all(Array.from({ length: 60 }, () => given.attempt(WRONG)));

  expect(results.filter((result) => result === 'wrong').length).toBeGreaterThan(MAX_WRONG + SLOTS);
});

test('without Redis people sign in, and each replica counts for itself', async () => {
  const redis = new Redis({ port: 1, lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => undefined);
  await using given = await login({ redis });

  expect(await given.attempt(RIGHT)).toBe('signed-in');
  await times(MAX_WRONG, () => given.attempt(WRONG));

  expect(await given.attempt(RIGHT)).toBe('blocked');
  expect(await given.replica()(RIGHT)).toBe('signed-in');
});
