import { readAccessRules } from './access-rules.ts';

test('reads rules of types and fields', () => {
  const rules = readAccessRules(`
    type A @authenticated { b: Int @requiresScopes(scopes: [["x", "y"], ["z"]]) c: Int }
  `);

  expect(Object.fromEntries(rules)).toEqual({
    A: { needsSignIn: true, scopeGroups: [] },
    'A.b': { needsSignIn: false, scopeGroups: [['x', 'y'], ['z']] },
  });
});

test('refuses a rule that nobody would enforce', () => {
  expect(() => readAccessRules('type A { b: Int @policy(policies: [["p"]]) }')).toThrow(
    'A.b has @policy',
  );
});
