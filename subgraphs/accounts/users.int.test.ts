import { v7 as newId } from 'uuid';
import { ANONYMOUS, type UserViewer, type Viewer } from '#platform/identity/viewer.ts';
import { insertUsers, type NewUser } from './data/user.repository.ts';
import { DEFAULT_PREFERENCES } from './domain/user.ts';
import { testAccounts, type TestAccounts } from './testing/accounts.ts';

const viewer = (userId: string, scopes: string[] = []): UserViewer => ({
  kind: 'user',
  userId,
  sessionId: 's1',
  roles: [],
  scopes,
  expiresAt: 0,
});
const ADMIN = viewer(newId(), ['accounts:read', 'accounts:write']);

const created = Date.parse('2026-01-01T00:00:00.000Z');
const person = (name: string, change: Partial<NewUser> = {}): NewUser => ({
  id: newId(),
  email: `${name.replaceAll(/\W/g, '.').toLowerCase()}@example.com`,
  name,
  phone: null,
  roles: ['CUSTOMER'],
  preferences: DEFAULT_PREFERENCES,
  passwordHash: 'none',
  createdAt: new Date(created),
  ...change,
});

const USERS = `query ($search: String, $first: Int, $after: String) {
  users(search: $search, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { name } } } }`;
interface UsersAnswer {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  edges: { node: { name: string } }[];
}
const namesOf = ({ edges }: UsersAnswer) => edges.map(({ node }) => node.name);

const PRIVATE = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on User {
  name email phone roles preferences { language } addresses { city } notifications { totalCount unreadCount edges { cursor } } } } }`;
const SET_ROLES =
  'mutation ($id: ID!, $roles: [Role!]!) { setUserRoles(userId: $id, roles: $roles) { roles } }';

const seen = (accounts: TestAccounts, id: string, who: Viewer) =>
  accounts.get<Record<string, unknown>[]>(PRIVATE, { of: [{ __typename: 'User', id }] }, who);

test('shows what is private to the user and to administrators only', async () => {
  await using accounts = await testAccounts();
  const ada = person('Ada', { phone: '+49301234567' });
  await insertUsers(accounts.db, [ada]);

  const whole = {
    name: 'Ada',
    email: 'ada@example.com',
    phone: '+49301234567',
    roles: ['CUSTOMER'],
    preferences: { language: 'en' },
    addresses: [],
    notifications: { totalCount: 0, unreadCount: 0, edges: [] },
  };
  const outside = { ...whole, email: null, phone: null, roles: [], preferences: null };
  expect(await seen(accounts, ada.id, viewer(ada.id))).toEqual([whole]);
  expect(await seen(accounts, ada.id, ADMIN)).toEqual([whole]);
  for (const who of [ANONYMOUS, viewer(newId()), viewer(newId(), ['orders:read'])]) {
    expect(await seen(accounts, ada.id, who)).toEqual([outside]);
  }
});

test('resolves references in one list; an id that is unknown or none at all is null', async () => {
  await using accounts = await testAccounts();
  const people = ['Ada', 'Bob'].map((name) => person(name));
  await insertUsers(accounts.db, people);
  const ids = [people[1]?.id, newId(), 'nonsense', people[0]?.id];

  const query =
    'query ($of: [_Any!]!) { _entities(representations: $of) { ... on User { name } } }';
  const of = ids.map((id) => ({ __typename: 'User', id }));

  expect(await accounts.get(query, { of })).toEqual([{ name: 'Bob' }, null, null, { name: 'Ada' }]);
});

test('pages through all users, newest first, each once, also those of one millisecond', async () => {
  await using accounts = await testAccounts();
  await insertUsers(
    accounts.db,
    Array.from({ length: 7 }, (_, i) =>
      person(`User ${i}`, { createdAt: new Date(created + Math.floor(i / 3)) }),
    ),
  );

  const pages: UsersAnswer[] = [];
  let after: string | undefined;
  do {
    const page = await accounts.get<UsersAnswer>(USERS, { first: 3, after }, ADMIN);
    pages.push(page);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
  } while (after !== undefined);

  expect(pages.flatMap(namesOf)).toEqual([6, 5, 4, 3, 2, 1, 0].map((i) => `User ${i}`));
  expect(pages.map(({ totalCount }) => totalCount)).toEqual([7, 7, 7]);
});

test.each([
  ['ada.l', ['Ada Lovelace']],
  ['LOVE', ['Ada Lovelace']],
  ['byron ada', ['Ada Byron']],
  ['lace', []],
  ['%', []],
  ["o'br", ["Miles O'Brien"]],
  ['\\', []],
  ['  ', ["Miles O'Brien", 'Ada Byron', 'Ada Lovelace']],
])('the search %j finds %j', async (search, names) => {
  await using accounts = await testAccounts();
  await insertUsers(
    accounts.db,
    ['Ada Lovelace', 'Ada Byron', "Miles O'Brien"].map((name, i) =>
      person(name, { createdAt: new Date(created + i) }),
    ),
  );

  const page = await accounts.get<UsersAnswer>(USERS, { search }, ADMIN);

  expect(namesOf(page)).toEqual(names);
  expect(page.totalCount).toBe(names.length);
});

test('a cursor that somebody made up is told to be wrong', async () => {
  await using accounts = await testAccounts();
  const after = Buffer.from(JSON.stringify(['users', 1, 'x'])).toString('base64url');

  const { errors } = await accounts.ask(USERS, { after }, ADMIN);

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('changes what is given, removes a phone that is null, and announces it', async () => {
  await using accounts = await testAccounts();
  const ada = person('Ada', { phone: '+49301234567' });
  await insertUsers(accounts.db, [ada]);
  const update = (input: object) =>
    accounts.get(
      `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) {
        name phone preferences { orderEmails marketingEmails language } } }`,
      { input },
      viewer(ada.id),
    );

  expect(await update({ language: 'de-de', orderEmails: false })).toEqual({
    name: 'Ada',
    phone: '+49301234567',
    preferences: { orderEmails: false, marketingEmails: false, language: 'de-DE' },
  });
  expect(await update({ name: 'Ada L.', phone: null })).toMatchObject({
    name: 'Ada L.',
    phone: null,
  });
  await expect(update({ language: 'not a language' })).rejects.toThrow('language must be');
  const events = await accounts.db.selectFrom('outbox').select('envelope').orderBy('id').execute();
  expect(events.map(({ envelope }) => envelope)).toMatchObject([
    { type: 'user.updated', data: { name: 'Ada' } },
    { type: 'user.updated', data: { userId: ada.id, name: 'Ada L.' } },
  ]);
});

const SET_USERNAME = `mutation ($username: String) {
  updateProfile(input: { username: $username }) { username } }`;

test('of many who want one user name at once, whatever its case, one gets it', async () => {
  await using accounts = await testAccounts();
  const people = Array.from({ length: 8 }, (_, i) => person(`Ada ${i}`));
  await insertUsers(accounts.db, people);

  const answers = await Promise.all(
    people.map(({ id }, i) =>
      accounts.ask(SET_USERNAME, { username: i % 2 === 0 ? 'ada.l' : 'ADA.L' }, viewer(id)),
    ),
  );

  const codes = answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions['code']));
  expect(codes).toEqual(Array.from({ length: 7 }, () => 'CONFLICT'));
});

test('a user name can be changed, given up, taken by another, and finds its owner', async () => {
  await using accounts = await testAccounts();
  const [ada, ben] = [person('Ada'), person('Ben')];
  await insertUsers(accounts.db, [ada, ben]);
  const set = (username: string | null, { id }: NewUser) =>
    accounts.get(SET_USERNAME, { username }, viewer(id));

  expect(await set('first_one', ada)).toEqual({ username: 'first_one' });
  expect(await set('First_One', ada)).toEqual({ username: 'First_One' });
  await expect(set('first_one', ben)).rejects.toThrow('somebody else is called first_one');
  expect(
    await accounts.get('{ findUsers(text: "FIRST_ONE") { name } }', {}, viewer(ben.id)),
  ).toEqual([{ name: 'Ada' }]);
  expect(await set(null, ada)).toEqual({ username: null });
  expect(await set('first_one', ben)).toEqual({ username: 'first_one' });
});

test.each(['ab', '.ada', 'ada_', 'a da', 'ada@example.com', 'x'.repeat(31), 'ädä', ''])(
  'the user name "%s" is refused with what one has to be',
  async (username) => {
    await using accounts = await testAccounts();
    const ada = person('Ada');
    await insertUsers(accounts.db, [ada]);

    await expect(accounts.get(SET_USERNAME, { username }, viewer(ada.id))).rejects.toThrow(
      'username must have 3 to 30 letters',
    );
  },
);

test('sets roles, each once; at least one', async () => {
  await using accounts = await testAccounts();
  const [ada, root] = [person('Ada'), person('Root', { roles: ['ADMIN'] })];
  await insertUsers(accounts.db, [ada, root]);
  const set = (roles: string[], id = ada.id) => accounts.get(SET_ROLES, { id, roles }, ADMIN);

  expect(await set(['CUSTOMER', 'ADMIN', 'ADMIN'])).toEqual({ roles: ['CUSTOMER', 'ADMIN'] });
  await expect(set([])).rejects.toThrow('at least one role');
  await expect(set(['ADMIN'], newId())).rejects.toMatchObject({
    extensions: { code: 'NOT_FOUND' },
  });
  await expect(set(['ADMIN'], 'x')).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
});

test('of administrators who are all removed at once, one stays', async () => {
  await using accounts = await testAccounts();
  const people = Array.from({ length: 8 }, (_, i) => person(`Ada ${i}`, { roles: ['ADMIN'] }));
  await insertUsers(accounts.db, people);

  const answers = await Promise.all(
    people.map(({ id }) => accounts.ask(SET_ROLES, { id, roles: ['CUSTOMER'] }, ADMIN)),
  );

  const codes = answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions['code']));
  expect(codes).toEqual(['CONFLICT']);
});

test.each([
  ['{ users { totalCount } }'],
  ['{ user(id: "x") { id } }'],
  ['{ partnerKeys { id } }'],
  ['mutation { setUserRoles(userId: "x", roles: [ADMIN]) { id } }'],
  ['mutation { createPartnerKey(input: { name: "x", scopes: [] }) { key } }'],
  ['mutation { revokePartnerKey(id: "x") { id } }'],
])('without the scope nobody gets %s', async (query) => {
  await using accounts = await testAccounts();

  const { errors } = await accounts.ask(query, {}, viewer(newId()));

  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

const FIND = 'query ($text: String!) { findUsers(text: $text) { name email } }';

test.each([
  ['ada', ['Ada Byron', 'Ada Lovelace']],
  ['love', ['Ada Lovelace']],
  ['ADA.LOVELACE@example.com', ['Ada Lovelace']],
  ['ada.lovelace@example', []],
  ['miles', []],
  ['%%', []],
])('somebody who looks for %j finds %j: names, never addresses', async (text, names) => {
  await using accounts = await testAccounts();
  const people = ['Ada Lovelace', 'Ada Byron', 'Miles Davis'].map((name) => person(name));
  await insertUsers(accounts.db, people);
  const who = viewer(people[2]?.id ?? '');

  const found = await accounts.get<{ name: string; email: null }[]>(FIND, { text }, who);

  expect(found.map(({ name }) => name).toSorted()).toEqual(names);
  expect(found.every(({ email }) => email === null)).toBe(true);
});

test('people are looked up so often a minute, by each user for himself, and by nobody unknown', async () => {
  await using accounts = await testAccounts({ USER_LOOKUPS_PER_MINUTE: '2' });
  const [first, second] = [viewer(newId()), viewer(newId())];
  const codesOf = async (who: Viewer, text = 'ada') =>
    (await accounts.ask(FIND, { text }, who)).errors.map(({ extensions }) => extensions['code']);

  expect(await codesOf(first, 'a')).toEqual(['BAD_USER_INPUT']);
  expect(await codesOf(first)).toEqual([]);
  expect(await codesOf(first)).toEqual([]);
  expect(await codesOf(first)).toEqual(['RATE_LIMITED']);
  expect(await codesOf(second)).toEqual([]);
  expect(await codesOf(ANONYMOUS)).toEqual(['UNAUTHENTICATED']);
});
