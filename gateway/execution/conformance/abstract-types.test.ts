import { createFederation } from '../../testing/federation.ts';

const media = [
  { __typename: 'Book', id: 'b1', title: 'Dune', pages: 412, author: { id: 'a1', name: 'Frank' } },
  {
    __typename: 'Film',
    id: 'f1',
    title: 'Alien',
    minutes: 117,
    director: { id: 'a2', name: 'Ridley' },
  },
];

function graph() {
  return createFederation({
    catalog: {
      sdl: `type Query { media: [Media!]! search: [Hit!]! first: Media }
            interface Media { id: ID! title: String! }
            type Book implements Media @key(fields: "id") { id: ID! title: String! pages: Int author: Person! }
            type Film implements Media @key(fields: "id") { id: ID! title: String! minutes: Int director: Person! }
            union Hit = Book | Film | Person
            type Person @key(fields: "id") { id: ID! name: String! }`,
      resolvers: {
        Query: {
          media: () => media,
          search: () => [...media, { __typename: 'Person', id: 'a3', name: 'Ada' }],
          first: () => media[0],
        },
      },
    },
    ratings: {
      sdl: `interface Rated { stars: Int! }
            type Book implements Rated @key(fields: "id") { id: ID! stars: Int! note(long: Boolean): String }
            type Film implements Rated @key(fields: "id") { id: ID! stars: Int! note(long: Boolean): String }
            type Person @key(fields: "id") { id: ID! fans: Int! }`,
      resolvers: {
        Book: {
          stars: () => 5,
          note: (_: unknown, { long }: { long?: boolean }) =>
            long === true ? 'a long book' : 'book',
        },
        Film: {
          stars: () => 4,
          note: (_: unknown, { long }: { long?: boolean }) =>
            long === true ? 'a long film' : 'film',
        },
        Person: { fans: ({ id }: { id: string }) => Number(id.slice(1)) * 10 },
        Rated: { __resolveType: () => 'Book' },
      },
    },
  });
}

test('fragments on members of a union give each its own fields, across subgraphs', async () => {
  const { run } = graph();

  expect(
    await run(`{ search { __typename ... on Book { title stars author { fans } } ...F ... on Person { name fans } } }
               fragment F on Film { minutes director { name fans } }`),
  ).toEqual({
    data: {
      search: [
        { __typename: 'Book', title: 'Dune', stars: 5, author: { fans: 10 } },
        { __typename: 'Film', minutes: 117, director: { name: 'Ridley', fans: 20 } },
        { __typename: 'Person', name: 'Ada', fans: 30 },
      ],
    },
  });
});

test('fragments on an interface that another subgraph defines apply to its types', async () => {
  const { run } = graph();

  expect(
    await run('{ media { ... on Rated { stars } ... on Media { kind: __typename id } } }'),
  ).toEqual({
    data: {
      media: [
        { stars: 5, kind: 'Book', id: 'b1' },
        { stars: 4, kind: 'Film', id: 'f1' },
      ],
    },
  });
});

test('one alias means different things on different types', async () => {
  const { run } = graph();

  expect(
    await run(
      '{ media { ... on Book { size: pages n: note } ... on Film { size: minutes n: note(long: true) } } }',
    ),
  ).toEqual({
    data: {
      media: [
        { size: 412, n: 'book' },
        { size: 117, n: 'a long film' },
      ],
    },
  });
});

test('an entity below two types is completed for each as that type selects it', async () => {
  const { run } = graph();

  expect(
    await run(
      '{ media { ... on Book { p: author { name } } ... on Film { p: director { fans } } } }',
    ),
  ).toEqual({ data: { media: [{ p: { name: 'Frank' } }, { p: { fans: 20 } }] } });
});

test('__typename is right everywhere, under any name', async () => {
  const { run } = graph();

  expect(
    await run(
      '{ __typename q: __typename first { t: __typename __typename ... on Book { author { __typename k: __typename } } } }',
    ),
  ).toEqual({
    data: {
      __typename: 'Query',
      q: 'Query',
      first: { t: 'Book', __typename: 'Book', author: { __typename: 'Person', k: 'Person' } },
    },
  });
});

test('@skip and @include decide by variables and their defaults, also on fragments', async () => {
  const { run, asked } = graph();
  const query = `query ($stars: Boolean = false, $no: Boolean!) {
    first { id ... on Rated @include(if: $stars) { stars } title @skip(if: $no) ... on Book @skip(if: $no) { pages } }
  }`;

  expect((await run(query, { no: true })).data).toEqual({ first: { id: 'b1' } });
  expect(asked).toHaveLength(1);
  expect((await run(query, { no: false, stars: true })).data).toEqual({
    first: { id: 'b1', stars: 5, title: 'Dune', pages: 412 },
  });
});

test('aliases that every JavaScript object inherits are names like any other', async () => {
  const { run } = graph();

  const { data } = await run(
    '{ constructor: first { toString: title hasOwnProperty: __typename valueOf: id } }',
  );

  expect(data).toEqual({
    constructor: { toString: 'Dune', hasOwnProperty: 'Book', valueOf: 'b1' },
  });
  expect(({} as Record<string, unknown>)['title']).toBeUndefined();
});

test('a type or enum value that clients may not see is null with an error', async () => {
  const { run } = createFederation({
    a: {
      sdl: `type Query { level: Level levels: [Level!] thing: Thing }
            enum Level @shareable { LOW HIGH SECRET @inaccessible }
            union Thing = Open | Hidden
            type Open { x: Int } type Hidden @inaccessible { x: Int }`.replace(' @shareable', ''),
      resolvers: {
        Query: {
          level: () => 'SECRET',
          levels: () => ['LOW', 'SECRET'],
          thing: () => ({ __typename: 'Hidden', x: 1 }),
        },
      },
    },
  });

  const { data, errors } = await run('{ level levels thing { ... on Open { x } } }');

  expect(data).toEqual({ level: null, levels: null, thing: null });
  expect(errors?.map(({ path }) => path)).toEqual([['level'], ['levels', 1], ['thing']]);
  expect(JSON.stringify(errors)).not.toContain('SECRET');
});
