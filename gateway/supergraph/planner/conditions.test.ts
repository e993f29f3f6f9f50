import { parse, print } from 'graphql';
import { combinationsOf, conditionVariables, decideConditions } from './conditions.ts';

const decided = (query: string, variables = {}, name?: string) =>
  print(decideConditions(parse(query), variables, name)).replaceAll(/\s+/g, ' ');

test.each([
  [
    '{ a @skip(if: true) b @include(if: true) c @skip(if: false) @include(if: false) }',
    {},
    '{ b }',
  ],
  [
    'query ($x: Boolean!) { ... @include(if: $x) { a } b @skip(if: $x) }',
    { x: true },
    'query ($x: Boolean!) { ... { a } }',
  ],
  ['query ($x: Boolean = true) { a @include(if: $x) b }', {}, 'query ($x: Boolean = true) { a b }'],
  [
    'query ($x: Boolean!) { a { b @skip(if: $x) } ...F } fragment F on Query { ...G } fragment G on Query { c @skip(if: $x) }',
    { x: true },
    'query ($x: Boolean!) { a }',
  ],
  [
    'query ($x: Boolean!) { ...F @include(if: $x) ...F } fragment F on Query { c @other }',
    { x: false },
    'query ($x: Boolean!) { ...F } fragment F on Query { c @other }',
  ],
])('%s with %j', (query, variables, expected) => {
  expect(decided(query, variables)).toBe(expected);
});

test('an object of which nothing is selected stays, empty', () => {
  const { definitions } = decideConditions(parse('{ a { b @skip(if: true) } }'), {});
  expect(definitions).toMatchObject([
    { selectionSet: { selections: [{ name: { value: 'a' }, selectionSet: { selections: [] } }] } },
  ]);
});

test('only the operation that is meant is left of a document', () => {
  const document =
    'query A { a @skip(if: false) ...F } query B { b } fragment F on Query { c } fragment G on Query { d }';
  expect(decided(document, {}, 'A')).toBe('query A { a ...F } fragment F on Query { c }');
});

test('a condition that is neither true nor false, and a subscription without its field, are refused', () => {
  const query = 'query ($x: Boolean = true) { a @include(if: $x) }';
  expect(() => decided(query, { x: null })).toThrow('$x decides what is asked for');
  expect(() => decided('subscription { a @skip(if: true) }')).toThrow('needs its field');
});

test('a chain of fragments takes no longer than to read it', () => {
  const length = 500;
  const chain = Array.from(
    { length },
    (_, index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`,
  );
  const query = `{ a ...F0 } ${chain.join(' ')} fragment F${length} on Query { b @skip(if: true) }`;
  expect(decided(query)).toBe('{ a }');
});

test('the variables of conditions are known, and their first combinations', () => {
  const query = 'query ($b: Boolean!, $a: Boolean!) { x @skip(if: $b) y @include(if: $a) @other }';
  expect(conditionVariables(parse(query))).toEqual(['a', 'b']);
  expect(conditionVariables(parse('{ x @skip(if: true) }'))).toEqual([]);
  expect(conditionVariables(parse('{ x @other(if: true) }'))).toBeUndefined();
  expect(combinationsOf(['a', 'b'], 3)).toEqual([
    { a: false, b: false },
    { a: true, b: false },
    { a: false, b: true },
  ]);
  expect(combinationsOf([], 4)).toEqual([{}]);
});
