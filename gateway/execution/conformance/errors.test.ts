import { GraphQLError } from 'graphql';
import { createFederation } from '../../testing/federation.ts';

function graph() {
  return createFederation({
    a: {
      sdl: `type Query { things: [Thing] sure: [Thing!]! one: Thing other: Int }
            type Thing @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          things: () => [{ id: '1' }, { id: '2' }, { id: '1' }],
          sure: () => [{ id: '1' }, { id: '2' }],
          one: () => ({ id: '1' }),
          other: () => 7,
        },
      },
    },
    b: {
      sdl: `type Thing @key(fields: "id") { id: ID! maybe: Int must: Int! parts: [Part!] }
            type Part { no: Int }`,
      resolvers: {
        Thing: {
          maybe: ({ id }: { id: string }) => failFor('1', id),
          must: ({ id }: { id: string }) => failFor('2', id),
          parts: () => [{ no: 1 }, { no: 2 }],
        },
        Part: { no: ({ no }: { no: number }) => failFor('2', String(no)) },
      },
    },
  });
}

function failFor(bad: string, id: string): number {
  if (id === bad) throw new GraphQLError(`no ${id}`, { extensions: { code: 'NOT_FOUND' } });
  return Number(id);
}

test('an error of an entity stands at every place where the entity does', async () => {
  const { run } = graph();

  const { data, errors } = await run('{ things { maybe } }');

  expect(data).toEqual({ things: [{ maybe: null }, { maybe: 2 }, { maybe: null }] });
  expect(errors).toEqual([
    {
      message: 'no 1',
      path: ['things', 0, 'maybe'],
      extensions: { code: 'NOT_FOUND', serviceName: 'b' },
    },
    {
      message: 'no 1',
      path: ['things', 2, 'maybe'],
      extensions: { code: 'NOT_FOUND', serviceName: 'b' },
    },
  ]);
});

test('a path goes on below the entity', async () => {
  const { run } = graph();

  const { data, errors } = await run('{ one { all: parts { no } } }');

  expect(data).toEqual({ one: { all: [{ no: 1 }, { no: null }] } });
  expect(errors?.map(({ path }) => path)).toEqual([['one', 'all', 1, 'no']]);
});

test('a null where none may be takes the nearest parent that may be null, and is said once', async () => {
  const { run } = graph();

  const nullable = await run('{ things { must } other }');
  expect(nullable.data).toEqual({ things: [{ must: 1 }, null, { must: 1 }], other: 7 });
  expect(nullable.errors?.map(({ path }) => path)).toEqual([['things', 1, 'must']]);

  const strict = await run('{ sure { must } other }');
  expect(strict.data).toBeNull();
  expect(strict.errors?.map(({ path }) => path)).toEqual([['sure', 1, 'must']]);
});

test('a dead subgraph is an error at each place that waited for it; the rest arrives', async () => {
  const { run, cut } = graph();
  cut('b');

  const { data, errors } = await run('{ one { id maybe } other }');

  expect(data).toEqual({ one: { id: '1', maybe: null }, other: 7 });
  expect(errors).toEqual([
    {
      message: 'b does not answer: try again in a moment',
      path: ['one'],
      extensions: { code: 'UNAVAILABLE', serviceName: 'b' },
    },
  ]);
});

test('a dead subgraph of root fields is an error at each of them', async () => {
  const { run, cut } = graph();
  cut('a');

  const { data, errors } = await run('{ mine: one { id } other }');

  expect(data).toEqual({ mine: null, other: null });
  expect(errors?.map(({ path }) => path)).toEqual([['mine'], ['other']]);
});

test('introspection answers beside data, under names that the client chose, by variables', async () => {
  const { run } = graph();

  expect(
    await run(
      'query ($name: String!) { t: __type(name: $name) { ...K } __schema { queryType { name } } other } fragment K on __Type { kind name }',
      {
        name: 'Thing',
      },
    ),
  ).toEqual({
    data: {
      t: { kind: 'OBJECT', name: 'Thing' },
      __schema: { queryType: { name: 'Query' } },
      other: 7,
    },
  });
});
