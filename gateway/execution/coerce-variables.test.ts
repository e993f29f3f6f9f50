import { buildSchema, getVariableValues, parse, type OperationDefinitionNode } from 'graphql';
import { compileVariables } from './coerce-variables.ts';

const schema = buildSchema(`
  enum Color { RED GREEN }
  scalar Any
  input Point { x: Int!, y: Int = 7, label: String }
  input Tree { name: ID!, children: [Tree!], at: Point }
  input Either @oneOf { a: Int, b: String }
  input Odd { constructor: String, fine: Int }
  type Query { ok: Boolean }
`);

function definitionsOf(variables: string) {
  const [operation] = parse(`query (${variables}) { ok }`).definitions;
  return (operation as OperationDefinitionNode).variableDefinitions ?? [];
}

/** Ours and that of graphql-js, as JSON: prototypes do not matter. */
function both(variables: string, values: Record<string, unknown>) {
  const definitions = definitionsOf(variables);
  const theirs = getVariableValues(schema, definitions, values);
  return [compileVariables(schema, definitions)(values), theirs].map(({ coerced, errors }) =>
    JSON.stringify({ coerced, errors: errors?.map(({ message }) => message) }),
  );
}

test.each<[string, Record<string, unknown>]>([
  ['$n: Int', {}],
  ['$n: Int', { n: null }],
  ['$n: Int', { n: 3 }],
  ['$n: Int', { n: '3' }],
  ['$n: Int', { n: 3_000_000_000 }],
  ['$n: Int!', {}],
  ['$n: Int!', { n: null }],
  ['$n: Int! = 4', {}],
  ['$n: Int! = 4', { n: null }],
  ['$n: Int = 4', { n: null }],
  ['$n: Int = 4', { n: 5, other: 1 }],
  ['$f: Float', { f: 1 }],
  ['$i: ID', { i: 12 }],
  ['$b: Boolean', { b: 'true' }],
  ['$c: Color', { c: 'RED' }],
  ['$c: Color', { c: 'BLUE' }],
  ['$c: [Color!]', { c: ['RED', 'GREEN'] }],
  ['$c: [Color!]', { c: 'RED' }],
  ['$c: [Color!]', { c: ['RED', null] }],
  ['$c: [[Int]]', { c: [[1, null], [], null] }],
  ['$c: [[Int]]', { c: [1, 2] }],
  ['$a: Any', { a: { deep: [1, { er: null }] } }],
  ['$p: Point!', { p: { x: 1 } }],
  ['$p: Point!', { p: { x: 1, y: null, label: 'here' } }],
  ['$p: Point!', { p: { y: 1 } }],
  ['$p: Point!', { p: { x: 1, z: 2 } }],
  ['$p: Point!', { p: { x: 1, label: undefined } }],
  ['$p: Point!', { p: [{ x: 1 }] }],
  ['$p: Point!', { p: 'x' }],
  ['$p: Point = { x: 2 }', {}],
  ['$t: Tree', { t: { name: 1, children: [{ name: 'a', at: { x: 1 } }, { name: 'b' }] } }],
  ['$t: Tree', { t: { name: 1, children: [{ name: 'a', at: { x: 1.5 } }, {}] } }],
  ['$e: Either', { e: { a: 1 } }],
  ['$e: Either', { e: { a: 1, b: '2' } }],
  ['$o: Odd', { o: { fine: 1 } }],
  ['$o: Odd', { o: { constructor: 'mine' } }],
  ['$u: Unknown', { u: 1 }],
  ['$o: Query', { o: {} }],
])('%s of %j becomes what graphql-js makes of it', (variables, values) => {
  const [ours, theirs] = both(variables, values);
  expect(ours).toBe(theirs);
});

test('tells at most so many errors', () => {
  const coerce = compileVariables(schema, definitionsOf('$c: [Int]'));
  const { errors = [] } = coerce({ c: ['a', 'b', 'c', 'd'] }, 2);
  expect(errors.map(({ message }) => message).at(-1)).toMatch('error limit reached');
  expect(errors).toHaveLength(3);
});
