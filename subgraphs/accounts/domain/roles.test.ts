import { forbiddenPartnerScopes, scopesOf } from './roles.ts';

test('an administrator has every scope, a customer and a partner none by role', () => {
  expect(scopesOf(['ADMIN']).toSorted()).toEqual([
    'accounts:read',
    'accounts:write',
    'catalog:read',
    'catalog:write',
    'chat:moderate',
    'chat:read',
    'games:read',
    'games:write',
    'inventory:read',
    'inventory:write',
    'messages:read',
    'messages:write',
    'orders:read',
    'orders:write',
    'schema:read',
    'scores:submit',
  ]);
  expect(scopesOf(['CUSTOMER', 'PARTNER'])).toEqual([]);
});

test('two roles give each scope once', () => {
  expect(scopesOf(['ADMIN', 'CUSTOMER', 'ADMIN'])).toEqual(scopesOf(['ADMIN']));
});

test('names the scopes that a partner key cannot have', () => {
  expect(forbiddenPartnerScopes(['orders:read', 'accounts:write', 'everything'])).toEqual([
    'accounts:write',
    'everything',
  ]);
  expect(forbiddenPartnerScopes(['orders:read', 'catalog:write'])).toEqual([]);
});
