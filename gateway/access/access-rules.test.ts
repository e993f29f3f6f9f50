import { readAccessRules } from './access-rules.ts';

test('reads rules of types and fields', () => {
  const rules = readAccessRules(`
    type A @authenticated { b: Int @requiresScopes(scopes: [["x", "y"], ["z"]]) c: Int }
  `);

  expect(Object.fromEntries(rules)).toEqual({
    A: { needsSignIn: true, scopeGroups: [], policyGroups: [] },
    'A.b': { needsSignIn: false, scopeGroups: [['x', 'y'], ['z']], policyGroups: [] },
  });
});

test('several rules of one field are one', () => {
  const rules = readAccessRules(
    'type A { b: Int @policy(policies: [["p", "q"], ["r"]]) @requiresScopes(scopes: [["x"]]) @authenticated }',
  );

  expect(rules.get('A.b')).toEqual({
    needsSignIn: true,
    scopeGroups: [['x']],
    policyGroups: [['p', 'q'], ['r']],
  });
});
