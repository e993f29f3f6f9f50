import { ANONYMOUS } from '#platform/identity/viewer.ts';
import { PASSWORD, testAccounts } from './testing/accounts.ts';

const ME = '{ me { id email roles } }';
const LOGOUT = 'mutation ($input: LogoutInput!) { logout(input: $input) }';

test('registers, signs in, and knows who is asking', async () => {
  await using accounts = await testAccounts();

  const registered = await accounts.register({ email: ' Ada@Example.com ' });
  const session = await accounts.login({ email: 'ADA@example.COM' });
  const viewer = accounts.viewerOf(session);

  expect(registered).toMatchObject({
    __typename: 'Session',
    expiresAt: '2026-03-01T12:15:00.000Z',
    user: { name: 'Ada', email: 'Ada@Example.com', roles: ['CUSTOMER'] },
  });
  expect(viewer).toMatchObject({ userId: registered.user.id, roles: ['CUSTOMER'], scopes: [] });
  expect(await accounts.get(ME, {}, viewer)).toEqual({
    id: registered.user.id,
    email: 'Ada@Example.com',
    roles: ['CUSTOMER'],
  });
  expect(await accounts.get(ME, {}, ANONYMOUS)).toBeNull();
});

test('stores neither the password nor a token', async () => {
  await using accounts = await testAccounts();
  const { refreshToken, accessToken } = await accounts.register();

  const users = await accounts.db.selectFrom('user').selectAll().execute();
  const tokens = await accounts.db.selectFrom('refresh_token').selectAll().execute();
  const events = await accounts.db.selectFrom('outbox').selectAll().execute();
  const stored = JSON.stringify([users, tokens, events]);

  expect(users[0]?.password_hash).toMatch(/^\$argon2id\$/);
  for (const secret of [PASSWORD, refreshToken, accessToken]) expect(stored).not.toContain(secret);
});

test('announces a new user without the e-mail address', async () => {
  await using accounts = await testAccounts();
  const { user } = await accounts.register();

  const [event] = await accounts.db
    .selectFrom('outbox')
    .select(['topic', 'key', 'envelope'])
    .execute();

  expect(event).toMatchObject({
    topic: 'user-events',
    key: user.id,
    envelope: { type: 'user.registered', data: { userId: user.id, name: 'Ada' } },
  });
  expect(JSON.stringify(event)).not.toContain('example.com');
});

test('of a crowd that registers one address in any case, one gets the account', async () => {
  await using accounts = await testAccounts();
  const emails = ['ada@example.com', 'ADA@example.com', 'Ada@Example.com', 'ada@EXAMPLE.com'];

  const answers = await Promise.all(
    [...emails, ...emails].map((email) => accounts.register({ email })),
  );

  expect(answers.filter(({ __typename }) => __typename === 'Session')).toHaveLength(1);
  expect(answers.filter(({ __typename }) => __typename === 'EmailTaken')).toHaveLength(7);
  expect(await accounts.db.selectFrom('user').select('id').execute()).toHaveLength(1);
  expect(await accounts.db.selectFrom('outbox').select('topic').execute()).toHaveLength(1);
});

test.each([
  [{ email: 'ada' }, 'email must be an e-mail address'],
  [{ password: 'short' }, 'password must have 8 to 128 characters'],
  [{ password: 'x'.repeat(129) }, 'password must have 8 to 128 characters'],
  [{ name: '  ' }, 'name must have 1 to 100 characters'],
  [{ name: 'a\u0000b' }, 'name must not contain the character NUL'],
  [{ phone: '0151 1234' }, 'phone must be a phone number in international form'],
  [{ email: 'ada', name: '' }, /^email .*; name /],
])('refuses to register %j and says why', async (input, message) => {
  await using accounts = await testAccounts();

  await expect(accounts.register(input)).rejects.toMatchObject({
    message: expect.stringMatching(message) as string,
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

test('tells neither whether the address or the password was wrong, nor by its text', async () => {
  await using accounts = await testAccounts();
  await accounts.register();

  const wrongPassword = await accounts.login({ password: 'wrong horse' });
  const wrongAddress = await accounts.login({ email: 'bob@example.com' });

  expect(wrongPassword.__typename).toBe('InvalidCredentials');
  expect(wrongAddress).toEqual(wrongPassword);
});

test('a sign-out ends the session, and again changes nothing', async () => {
  await using accounts = await testAccounts();
  const { refreshToken } = await accounts.register();
  const logout = () => accounts.get(LOGOUT, { input: { refreshToken } });

  expect(await logout()).toBe(true);
  expect(await logout()).toBe(true);
  expect((await accounts.refresh(refreshToken)).__typename).toBe('SessionEnded');
  expect(await accounts.get(LOGOUT, { input: { refreshToken: 'never was' } })).toBe(true);
});

test('nobody is signed out when Redis forgets everything', async () => {
  await using accounts = await testAccounts();
  const { refreshToken } = await accounts.register();

  await accounts.redis.flushdb();

  expect((await accounts.refresh(refreshToken)).__typename).toBe('Session');
});

test('counts sign-ins by result', async () => {
  await using accounts = await testAccounts();
  await accounts.register();
  await accounts.login();
  await accounts.login({ password: 'wrong horse' });

  const text = await accounts.metrics.getSingleMetricAsString('accounts_logins_total');

  expect(text).toContain('accounts_logins_total{result="signed-in"} 1');
  expect(text).toContain('accounts_logins_total{result="wrong"} 1');
});
