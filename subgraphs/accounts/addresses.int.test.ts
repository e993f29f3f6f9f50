import { testAccounts } from './testing/accounts.ts';

const FIELDS = 'id recipient line1 line2 city region postalCode country isDefault';
const ADD = `mutation ($input: AddressInput!) { addAddress(input: $input) { ${FIELDS} } }`;
const UPDATE = `mutation ($id: ID!, $input: AddressInput!) { updateAddress(id: $id, input: $input) { ${FIELDS} } }`;
const REMOVE = 'mutation ($id: ID!) { removeAddress(id: $id) }';
const MINE = `{ me { addresses { ${FIELDS} } } }`;

const home = {
  recipient: 'Ada',
  line1: 'Street 1',
  line2: null,
  city: 'Berlin',
  region: null,
  postalCode: '10115',
  country: 'DE',
};
interface AddressAnswer {
  id: string;
  city: string;
  isDefault: boolean;
}

async function ada() {
  const accounts = await testAccounts();
  const viewer = accounts.viewerOf(await accounts.register());
  const bob = accounts.viewerOf(await accounts.register({ email: 'bob@example.com' }));
  return {
    bob,
    add: (input: object = {}, who = viewer) =>
      accounts.get<AddressAnswer>(ADD, { input: { ...home, ...input } }, who),
    update: (id: string, input: object = {}, who = viewer) =>
      accounts.get<AddressAnswer>(UPDATE, { id, input: { ...home, ...input } }, who),
    remove: (id: string, who = viewer) => accounts.get<boolean>(REMOVE, { id }, who),
    async list() {
      const { addresses } = await accounts.get<{ addresses: AddressAnswer[] }>(MINE, {}, viewer);
      return addresses.map(({ city, isDefault }) => (isDefault ? `${city}, default` : city));
    },
    wait: accounts.wait,
    [Symbol.asyncDispose]: () => accounts[Symbol.asyncDispose](),
  };
}

test('the first address becomes the default, a later one when asked, and the default is first', async () => {
  await using user = await ada();

  expect(await user.add({ country: 'de' })).toMatchObject({ ...home, isDefault: true });
  user.wait(1);
  await user.add({ city: 'Bonn' });
  user.wait(1);
  expect(await user.list()).toEqual(['Berlin, default', 'Bonn']);

  await user.add({ city: 'Ulm', isDefault: true });
  expect(await user.list()).toEqual(['Ulm, default', 'Bonn', 'Berlin']);
});

test('one address is always the default: it moves, and is inherited', async () => {
  await using user = await ada();
  const berlin = await user.add();
  const bonn = await user.add({ city: 'Bonn' });

  expect(await user.update(berlin.id, { city: 'Köln', isDefault: false })).toMatchObject({
    city: 'Köln',
    isDefault: true,
  });
  await user.update(bonn.id, { city: 'Bonn', isDefault: true });
  expect(await user.list()).toEqual(['Bonn, default', 'Köln']);
  expect(await user.remove(bonn.id)).toBe(true);
  expect(await user.list()).toEqual(['Köln, default']);
});

test('nobody touches an address of somebody else', async () => {
  await using user = await ada();
  const { id } = await user.add();

  await expect(user.update(id, { city: 'Bonn' }, user.bob)).rejects.toMatchObject({
    extensions: { code: 'NOT_FOUND' },
  });
  expect(await user.remove(id, user.bob)).toBe(false);
  expect(await user.remove('nonsense')).toBe(false);
  expect(await user.list()).toEqual(['Berlin, default']);
});

test('of a crowd of new addresses 20 are kept, with one default', async () => {
  await using user = await ada();

  const added = await Promise.allSettled(
    Array.from({ length: 24 }, () => user.add({ isDefault: true })),
  );

  const refused = added.filter((each) => each.status === 'rejected');
  expect(refused.map(({ reason }) => (reason as Error).message)).toEqual(
    Array.from({ length: 4 }, () => 'you can keep 20 addresses: remove one first'),
  );
  const addresses = await user.list();
  expect(addresses).toHaveLength(20);
  expect(addresses.filter((address) => address.endsWith('default'))).toHaveLength(1);
});

test.each([
  [{ country: 'Germany' }, 'country must be an ISO 3166-1 alpha-2 code'],
  [{ country: 'XX' }, 'country must be an ISO 3166-1 alpha-2 code'],
  [{ postalCode: '' }, 'postalCode must have 1 to 20 characters'],
  [{ recipient: 'x'.repeat(101) }, 'recipient must have 1 to 100 characters'],
])('refuses %j', async (input, message) => {
  await using user = await ada();

  await expect(user.add(input)).rejects.toThrow(message);
});
