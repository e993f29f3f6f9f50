import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLObjectType, parse, type GraphQLSchema } from 'graphql';
import { answerEntitiesAtOnce } from './answer-entities.ts';
import { createCompileBudget } from './compile-budget.ts';
import { createExecuteDocument } from './execute-document.ts';

/** The first run is interpreted, all others are compiled. */
const fromSecondRun = () => {
  let now = 0;
  return createCompileBudget({ afterMs: 1, maxShare: 1, now: () => (now += 1) });
};

const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  interface Media @key(fields: "id") { id: ID! title: String }
  type Book implements Media @key(fields: "id") { id: ID! title: String }
  type Film implements Media @key(fields: "id") { id: ID! title: String }
  type Tag @key(fields: "id") { id: ID! }
  type Query { tag: Tag }`);

const QUERY = parse(`query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    __typename ... on Media { id title } ... on Tag { id }
  }
}`);

const resolvers = {
  Media: { __resolveType: () => 'Film' },
  Book: {
    __resolveReference: ({ id }: { id: string }) =>
      id === 'none' ? undefined : { __typename: 'Something', id, title: `Book ${id}` },
  },
  Film: {
    __resolveReference: async ({ id }: { id: string }) => {
      await Promise.resolve();
      return { id, title: `Film ${id}` };
    },
  },
};

const build = () => buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);

/** The same request several times, so that it runs interpreted and compiled. */
async function answers(schema: GraphQLSchema, representations: object[]) {
  const execute = createExecuteDocument(schema, fromSecondRun());
  const run = () =>
    execute({
      document: QUERY,
      operationName: undefined,
      variables: { representations },
      context: {},
    });
  const all: unknown[] = [];
  for (let time = 0; time < 4; time += 1) {
    const { data, errors } = await run();
    all.push({ data: JSON.parse(JSON.stringify(data ?? null)) as unknown, errors });
  }
  return { all, last: run() };
}

test('entities that are there are answered without a promise', async () => {
  const { all, last } = await answers(build(), [
    { __typename: 'Book', id: '1' },
    { __typename: 'Tag', id: 't' },
    { __typename: 'Book', id: 'none' },
  ]);
  const expected = [
    { __typename: 'Book', id: '1', title: 'Book 1' },
    { __typename: 'Tag', id: 't' },
    null,
  ];
  for (const answer of all)
    expect(answer).toEqual({ data: { _entities: expected }, errors: undefined });
  expect(last).not.toBeInstanceOf(Promise);
});

test('entities that are loaded are waited for, each of its own type', async () => {
  const { all } = await answers(build(), [
    { __typename: 'Film', id: '1' },
    { __typename: 'Book', id: '2' },
  ]);
  const expected = [
    { __typename: 'Film', id: '1', title: 'Film 1' },
    { __typename: 'Book', id: '2', title: 'Book 2' },
  ];
  for (const answer of all)
    expect(answer).toEqual({ data: { _entities: expected }, errors: undefined });
});

test('an entity of which only the interface is known finds its type', async () => {
  const { all } = await answers(build(), [{ __typename: 'Media', id: '1' }]);
  const expected = [{ __typename: 'Film', id: '1', title: 'Film 1' }];
  for (const answer of all)
    expect(answer).toEqual({ data: { _entities: expected }, errors: undefined });
});

test('a type that the subgraph lacks is an error', async () => {
  const { all } = await answers(build(), [{ __typename: 'Song', id: '1' }]);
  for (const answer of all) {
    expect(answer).toMatchObject({ errors: [{ message: expect.stringContaining('Song') }] });
  }
});

test('a schema that runs in several executors is prepared once', () => {
  const schema = build();
  const query = schema.getQueryType();
  if (!(query instanceof GraphQLObjectType)) throw new Error('expected a query type');
  answerEntitiesAtOnce(schema);
  const { resolve } = query.getFields()['_entities'] ?? {};
  answerEntitiesAtOnce(schema);
  expect(query.getFields()['_entities']?.resolve).toBe(resolve);
});
