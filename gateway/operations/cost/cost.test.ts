import { buildSchema, getOperationAST, parse } from 'graphql';
import { decideConditions } from '../../supergraph/planner/conditions.ts';
import { actualCost } from './actual-cost.ts';
import { readCostRules } from './cost-rules.ts';
import { createCostTree } from './cost-tree.ts';
import { estimateCost } from './estimate-cost.ts';

const SDL = `
  schema @link(url: "https://specs.apollo.dev/cost/v0.1", import: ["@cost", { name: "@listSize", as: "@sized" }]) {
    query: Query
    mutation: Mutation
  }
  directive @link(url: String!, import: [Import]) on SCHEMA
  scalar Import
  directive @cost(weight: Int!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
  directive @sized(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
  type Query {
    book(id: ID, near: Filter @cost(weight: 4)): Book
    books(first: Int = 5): [Book!]! @sized(slicingArguments: ["first"], requireOneSlicingArgument: false)
    found(first: Int, last: Int): [Book!]! @sized(slicingArguments: ["first", "last"])
    top: [Book!]! @sized(assumedSize: 3)
    anyHow: [Book!]!
    page(input: PageInput): Page @sized(slicingArguments: ["input.first"], sizedFields: ["edges"], assumedSize: 25, requireOneSlicingArgument: false)
  }
  type Mutation { rename(id: ID): Book }
  input Filter { words: [String!], deep: Boolean @cost(weight: 7) }
  input PageInput { first: Int }
  type Page { edges: [Edge!]! total: Int @cost(weight: 2) }
  type Edge { node: Book! }
  type Book { title: String price: Money author: Author similar: Book }
  type Author @cost(weight: 10) { name: String }
  scalar Money @cost(weight: 1)
`;

const schema = buildSchema(SDL);
const rules = readCostRules(SDL);

function treeOf(query: string, variables = {}) {
  const document = decideConditions(parse(query), variables);
  return createCostTree({ schema, rules, document, operation: getOperationAST(document)! });
}

const estimate = (query: string, variables = {}) =>
  estimateCost(treeOf(query, variables), { listSize: 10, variables });

test.each([
  ['an object costs 1, a plain value nothing', '{ book { title } }', 1],
  ['weights of types and fields count', '{ book { price author { name } } page { total } }', 15],
  ['a list costs its length in objects', '{ books(first: 7) { title } }', 7],
  ["the argument's default is its length", '{ books { title } }', 5],
  ['an assumed size is its length', '{ top { author { name } } }', 33],
  ['without any word a list has the assumed length of all', '{ anyHow { title } }', 10],
  [
    'a page gives its size to its edges',
    '{ page(input: { first: 2 }) { edges { node { title } } } }',
    5,
  ],
  ['a page without a size is as long as assumed', '{ page { edges { node { title } } } }', 51],
  ['arguments and input fields have weights', '{ book(near: { deep: true }) { title } }', 12],
  ['lists in lists multiply', '{ books(first: 2) { similar { author { name } } } }', 24],
  [
    'a field asked for twice costs once',
    '{ book { title } ...B } fragment B on Query { book { price } }',
    2,
  ],
  ['each change costs something', 'mutation { a: rename { title } b: rename { title } }', 22],
  ['introspection is free', '{ __schema { types { name } } }', 0],
  ['a negative length pays for nothing else', '{ book { title } books(first: -50) { title } }', 1],
])('%s', (_, query, cost) => {
  expect(estimate(query)).toBe(cost);
});

test('lengths come from variables, also from inside of them', () => {
  expect(estimate('query ($n: Int) { books(first: $n) { title } }', { n: 4 })).toBe(4);
  const page = 'query ($input: PageInput) { page(input: $input) { edges { node { title } } } }';
  expect(estimate(page, { input: { first: 3 } })).toBe(7);
});

test('what is skipped costs nothing', () => {
  const query =
    'query ($all: Boolean!) { book @include(if: $all) { title } top @skip(if: true) { title } }';

  expect([estimate(query, { all: true }), estimate(query, { all: false })]).toEqual([1, 0]);
});

test('a list that demands one slicing argument says so', () => {
  expect(() => estimate('{ found { title } }')).toThrow('exactly one of first, last, and got 0');
  expect(() => estimate('{ found(first: 1, last: 2) { title } }')).toThrow('got 2');
  expect(estimate('{ found(last: 2) { title } }')).toBe(2);
});

test('the actual cost is that of the values that came', () => {
  const tree = treeOf(
    '{ books(first: 50) { title author { name } } book { title } page { total } }',
  );

  const cost = actualCost(tree, {
    books: [
      { title: 'Dune', author: { name: 'Frank' } },
      { title: 'Beowulf', author: null },
    ],
    book: null,
    page: { total: 1 },
  });
  expect(cost).toBe(2 + 10 + 1 + 2);
});
