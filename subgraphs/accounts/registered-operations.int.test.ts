import { createHash } from 'node:crypto';
import type { Viewer } from '#platform/identity/viewer.ts';
import { GATEWAY, testAccounts } from './testing/accounts.ts';

const ADMIN: Viewer = {
  kind: 'user',
  userId: 'admin',
  sessionId: 's1',
  roles: ['ADMIN'],
  scopes: ['accounts:write'],
  expiresAt: 0,
};
const REGISTER = `mutation ($input: RegisterOperationsInput!) {
  registerOperations(input: $input) { id hash text partnerKeyId } }`;
const UNREGISTER = 'mutation ($id: ID!) { unregisterOperation(id: $id) }';
const LIST = '{ registeredOperations { text partnerKeyId } }';
const FOR_GATEWAY =
  'query ($hashes: [String!]) { _registeredOperations(hashes: $hashes) { hash text } }';
const CREATE_KEY = `mutation { createPartnerKey(input: { name: "Acme", scopes: [], pointsPerMinute: 7 }) {
  partnerKey { id pointsPerMinute } } }`;

const A = '{ products { totalCount } }';
const B = 'query B { categories { slug } }';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

interface Registered {
  id: string;
  hash: string;
}

test('what is registered twice is there once, under the hash of its text', async () => {
  await using accounts = await testAccounts();
  const register = (texts: string[]) =>
    accounts.get<Registered[]>(REGISTER, { input: { texts } }, ADMIN);

  const first = await register([A, A]);
  const second = await register([A, B]);

  expect(first.map(({ hash }) => hash)).toEqual([sha256(A)]);
  expect(second.map(({ hash }) => hash).toSorted()).toEqual([sha256(A), sha256(B)].toSorted());
  expect(second.map(({ id }) => id)).toContain(first[0]?.id);
  expect(await accounts.get(LIST, {}, ADMIN)).toHaveLength(2);
});

test('a registration may be for one key, beside one for all', async () => {
  await using accounts = await testAccounts();
  const { partnerKey } = await accounts.get<{
    partnerKey: { id: string; pointsPerMinute: number };
  }>(CREATE_KEY, {}, ADMIN);
  const partnerKeyId = partnerKey.id;

  await accounts.get(REGISTER, { input: { texts: [A] } }, ADMIN);
  await accounts.get(REGISTER, { input: { texts: [A], partnerKeyId } }, ADMIN);

  expect(partnerKey.pointsPerMinute).toBe(7);
  expect(await accounts.get(LIST, {}, ADMIN)).toEqual([
    { text: A, partnerKeyId },
    { text: A, partnerKeyId: null },
  ]);
  const nobody = '01890000-0000-7000-8000-000000000000';
  await expect(
    accounts.get(REGISTER, { input: { texts: [A], partnerKeyId: nobody } }, ADMIN),
  ).rejects.toThrow('no partner key');
});

test('the gateway asks for all of them, or for some', async () => {
  await using accounts = await testAccounts();
  await accounts.get(REGISTER, { input: { texts: [A, B] } }, ADMIN);

  expect(await accounts.get(FOR_GATEWAY, {}, GATEWAY)).toHaveLength(2);
  expect(await accounts.get(FOR_GATEWAY, { hashes: [sha256(B)] }, GATEWAY)).toEqual([
    { hash: sha256(B), text: B },
  ]);
  expect(await accounts.get(FOR_GATEWAY, { hashes: [] }, GATEWAY)).toEqual([]);
  const { errors } = await accounts.ask(FOR_GATEWAY, {}, ADMIN);
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('a registration ends once', async () => {
  await using accounts = await testAccounts();
  const [operation] = await accounts.get<Registered[]>(REGISTER, { input: { texts: [A] } }, ADMIN);
  const end = () => accounts.get(UNREGISTER, { id: operation?.id }, ADMIN);

  expect([await end(), await end()]).toEqual([true, false]);
  expect(await accounts.get(LIST, {}, ADMIN)).toEqual([]);
});

test('what is no document is refused', async () => {
  await using accounts = await testAccounts();

  await expect(accounts.get(REGISTER, { input: { texts: [A, '{'] } }, ADMIN)).rejects.toThrow(
    'texts.1 must be a GraphQL document',
  );
});
