import { buildSchema, GraphQLError, parse, type OperationDefinitionNode } from 'graphql';
import type { FieldCost } from '../executor.ts';
import { createGeneratedWriters } from './generated-writers.ts';
import type { WriterFactory } from './object-writer.ts';
import { compileTextProjection } from './text-projection.ts';

const schema = buildSchema(`
  interface Named { name: String! }
  type Query { thing: Thing things: [[Thing!]]! named: [Named] }
  type Thing implements Named { name: String! n: Int ratio: Float flag: Boolean! inner: Thing constructor: ID }
`);

const QUERY = `{
  thing { __typename name inner { n again: n constructor } }
  things { flag }
  named { ... on Thing { name __proto__: ratio } }
}`;

const costs: readonly FieldCost[] = [
  {
    responseName: 'thing',
    weight: 1,
    argumentWeight: 2,
    children: [{ responseName: 'name', weight: 3, argumentWeight: 0, children: [] }],
  },
  { responseName: 'things', weight: 5, argumentWeight: 0, children: [] },
];

function write(data: unknown, writers?: WriterFactory) {
  const operation = parse(QUERY).definitions[0] as OperationDefinitionNode;
  const root = schema.getQueryType();
  if (root == null) throw new GraphQLError('expected a query type');
  const scope = {
    schema,
    fragments: {},
    denials: new Map(),
    planned: { nameOf: () => undefined },
  };
  const counted = { cost: 0 };
  const options = { scope, costs, ...(writers !== undefined && { writers }) };
  const text = compileTextProjection(operation, root, options)(data, counted);
  return { text, ...counted };
}

const thing = { __typename: 'Thing', name: 'a "name"', n: 1, flag: true, constructor: 7 };
const own = JSON.parse('{ "__typename": "Thing", "name": "x", "__proto__": 1.5 }') as object;

test.each([
  ['whole', { thing: { ...thing, inner: thing }, things: [[thing, thing], null], named: [own] }],
  ['with nulls', { thing: null, things: [], named: null }],
  [
    'without a name that objects inherit',
    { thing: { ...thing, inner: { n: 1 } }, things: [], named: [null] },
  ],
  ['without what has to be there', { thing: { n: 1 }, things: [], named: [] }],
  ['with a list for an object', { thing: [], things: [], named: [] }],
  ['with an object for a list', { thing: null, things: {}, named: [] }],
  ['with a leaf of another type', { thing: null, things: [[{ flag: 'yes' }]], named: [] }],
])('generated writers write what closures write: %s', (_, data) => {
  expect(write(data, createGeneratedWriters())).toEqual(write(data));
});

test('what is beyond the bound is written by closures, and the same', () => {
  const data = { thing: { ...thing, inner: thing }, things: [[thing]], named: [own] };
  for (const bound of [0, 1, 3, 5]) {
    expect(write(data, createGeneratedWriters(bound))).toEqual(write(data));
  }
});

test('an answer is written with its costs', () => {
  const { text, cost } = write({
    thing: { ...thing, inner: null },
    things: [[thing]],
    named: [own],
  });
  expect(text).toBe(
    '{"thing":{"__typename":"Thing","name":"a \\"name\\"","inner":null},"things":[[{"flag":true}]],"named":[{"name":"x","__proto__":1.5}]}',
  );
  expect(cost).toBe(1 + 2 + 3 + 5);
});
