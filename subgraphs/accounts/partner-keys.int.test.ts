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
const CREATE = `mutation ($input: CreatePartnerKeyInput!) { createPartnerKey(input: $input) {
  key partnerKey { id name prefix scopes revokedAt } } }`;
const REVOKE = 'mutation ($id: ID!) { revokePartnerKey(id: $id) { revokedAt } }';
const LIST = '{ partnerKeys { id name revokedAt } }';
const BY_HASH = 'query ($hash: String!) { _partnerKeyByHash(hash: $hash) { id scopes } }';

interface KeyAnswer {
  key: string;
  partnerKey: { id: string; prefix: string };
}
const hashOf = (key: string) => createHash('sha256').update(key).digest('hex');

test('a key is shown once, found by its hash, and stored nowhere', async () => {
  await using accounts = await testAccounts();
  const input = { name: 'Acme', scopes: ['orders:read', 'orders:read'] };

  const { key, partnerKey } = await accounts.get<KeyAnswer>(CREATE, { input }, ADMIN);

  expect(key).toMatch(/^plz_[\w-]{43}$/);
  expect(partnerKey).toEqual({
    id: expect.any(String) as string,
    name: 'Acme',
    prefix: key.slice(0, 12),
    scopes: ['orders:read'],
    revokedAt: null,
  });
  expect(await accounts.get(BY_HASH, { hash: hashOf(key) }, GATEWAY)).toEqual({
    id: partnerKey.id,
    scopes: ['orders:read'],
  });
  const stored = await accounts.db.selectFrom('partner_key').selectAll().execute();
  expect(JSON.stringify(stored)).not.toContain(key);
});

test('a revoked key is found no more, listed still, and keeps the time of its end', async () => {
  await using accounts = await testAccounts();
  const input = { name: 'Acme', scopes: [] };
  const { key, partnerKey } = await accounts.get<KeyAnswer>(CREATE, { input }, ADMIN);
  const revoke = () => accounts.get(REVOKE, { id: partnerKey.id }, ADMIN);

  const revoked = await revoke();
  accounts.wait(60);

  expect(await revoke()).toEqual(revoked);
  expect(await accounts.get(BY_HASH, { hash: hashOf(key) }, GATEWAY)).toBeNull();
  expect(await accounts.get(LIST, {}, ADMIN)).toEqual([
    { id: partnerKey.id, name: 'Acme', revokedAt: '2026-03-01T12:00:00.000Z' },
  ]);
});

test('only another part of the system may look a key up', async () => {
  await using accounts = await testAccounts();

  const { errors } = await accounts.ask(BY_HASH, { hash: hashOf('plz_x') }, ADMIN);

  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect(await accounts.get(BY_HASH, { hash: hashOf('plz_x') }, GATEWAY)).toBeNull();
  expect(await accounts.get(BY_HASH, { hash: 'nonsense' }, GATEWAY)).toBeNull();
});

test('a key cannot have scopes that make keys or administrators', async () => {
  await using accounts = await testAccounts();
  const input = { name: 'Acme', scopes: ['orders:read', 'accounts:write'] };

  await expect(accounts.get(CREATE, { input }, ADMIN)).rejects.toThrow('scopes must be among');
});
