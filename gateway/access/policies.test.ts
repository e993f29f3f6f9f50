import { join } from 'node:path';
import { ANONYMOUS, type Viewer } from '../../platform/identity/viewer.ts';
import { temporaryFolder } from '../../platform/testing/temporary-folder.ts';
import { isAllowed } from './access-check.ts';
import type { AccessRule } from './access-rules.ts';
import { evaluateRolePolicy, loadPolicies } from './policies.ts';

const user = (roles: string[], scopes: string[] = []): Viewer => ({
  kind: 'user',
  userId: 'ada',
  sessionId: 's',
  roles,
  scopes,
  expiresAt: 0,
});
const rule = (parts: Partial<AccessRule>): AccessRule => ({
  needsSignIn: false,
  scopeGroups: [],
  policyGroups: [],
  ...parts,
});
const holding =
  (...policies: string[]) =>
  (policy: string) =>
    policies.includes(policy);

test('one group is enough, and needs all of its policies', () => {
  const guarded = rule({ policyGroups: [['p', 'q'], ['r']] });
  const isMet = (...policies: string[]) => isAllowed(ANONYMOUS, guarded, holding(...policies));

  expect([isMet(), isMet('p'), isMet('q')]).toEqual([false, false, false]);
  expect([isMet('p', 'q'), isMet('r')]).toEqual([true, true]);
});

test('policy, scope and sign-in are all needed where all are asked for', () => {
  const guarded = rule({ needsSignIn: true, scopeGroups: [['s']], policyGroups: [['p']] });

  expect(isAllowed(user([], ['s']), guarded, holding('p'))).toBe(true);
  expect(isAllowed(user([]), guarded, holding('p'))).toBe(false);
  expect(isAllowed(user([], ['s']), guarded, holding())).toBe(false);
  expect(isAllowed(ANONYMOUS, guarded, holding('p'))).toBe(false);
});

test('without a hook a policy is a role', () => {
  expect(evaluateRolePolicy('role:ADMIN', user(['ADMIN']))).toBe(true);
  expect(evaluateRolePolicy('role:ADMIN', user(['CUSTOMER']))).toBe(false);
  expect(evaluateRolePolicy('ADMIN', user(['ADMIN']))).toBe(false);
  expect(evaluateRolePolicy('role:ADMIN', ANONYMOUS)).toBe(false);
});

test('a hook decides, and anything but true is no', async () => {
  await using folder = await temporaryFolder({
    'policy.mjs':
      "export const evaluatePolicy = (policy, viewer) => policy === 'truthy' ? 1 : viewer.userId === policy;",
  });
  const evaluate = await loadPolicies(join(folder.path, 'policy.mjs'));

  expect(['ada', 'ben', 'truthy'].map((policy) => evaluate(policy, user([])))).toEqual([
    true,
    false,
    false,
  ]);
});
