import { createFederation } from '../../testing/federation.ts';

test('@provides spares a fetch on types, interfaces and unions', async () => {
  const { run, asked } = createFederation({
    a: {
      sdl: `type Query { one: Item @provides(fields: "name") two: Named @provides(fields: "... on Item { name }") three: Any @provides(fields: "... on Item { name }") }
            interface Named { id: ID! }
            union Any = Item
            type Item implements Named @key(fields: "id") { id: ID! name: String @external }`,
      resolvers: {
        Query: {
          one: () => ({ __typename: 'Item', id: '1', name: 'from a' }),
          two: () => ({ __typename: 'Item', id: '1', name: 'from a' }),
          three: () => ({ __typename: 'Item', id: '1', name: 'from a' }),
        },
      },
    },
    b: {
      sdl: `type Query { four: Item } type Item @key(fields: "id") { id: ID! name: String @shareable }`,
      resolvers: { Query: { four: () => ({ id: '1' }) }, Item: { name: () => 'from b' } },
    },
  });

  expect(
    await run('{ one { name } two { ... on Item { name } } three { ... on Item { name } } }'),
  ).toEqual({
    data: { one: { name: 'from a' }, two: { name: 'from a' }, three: { name: 'from a' } },
  });
  expect(asked.map(({ subgraph }) => subgraph)).toEqual(['a']);
});

test('an overridden field comes from the subgraph that took it over', async () => {
  const { run } = createFederation({
    old: {
      sdl: `type Query { item: Item } type Item @key(fields: "id") { id: ID! price: Int! }`,
      resolvers: { Query: { item: () => ({ id: '1', price: 1 }) }, Item: { price: () => 1 } },
    },
    taker: {
      sdl: `type Item @key(fields: "id") { id: ID! price: Int! @override(from: "old") }`,
      resolvers: { Item: { price: () => 2 } },
    },
  });

  expect(await run('{ item { price } }')).toEqual({ data: { item: { price: 2 } } });
});

test('a shared root field is one object, whichever subgraphs fill it', async () => {
  const { run } = createFederation({
    a: {
      sdl: `type Query { me: Me @shareable } type Me @shareable { box: Box } type Box { a: Int }`,
      resolvers: { Query: { me: () => ({ box: { a: 1 } }) } },
    },
    b: {
      sdl: `type Query { me: Me @shareable } type Me { b: [Int!] }`,
      resolvers: { Query: { me: () => ({ b: [1, 2] }) } },
    },
    c: {
      sdl: `type Query { me: Me @shareable } type Me { c: Int }`,
      resolvers: { Query: { me: () => null } },
    },
  });

  expect(await run('{ me { box { a } b c } }')).toEqual({
    data: { me: { box: { a: 1 }, b: [1, 2], c: null } },
  });
});

test('lists of lists, and entities in them', async () => {
  const { run } = createFederation({
    a: {
      sdl: `type Query { grid: [[Cell]!] numbers: [[Int]] }
            type Cell @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          grid: () => [[{ id: '1' }, null], [], [{ id: '2' }, { id: '1' }]],
          numbers: () => [[1, null], null],
        },
      },
    },
    b: {
      sdl: `type Cell @key(fields: "id") { id: ID! worth: Int! }`,
      resolvers: { Cell: { worth: ({ id }: { id: string }) => Number(id) * 2 } },
    },
  });

  expect(await run('{ grid { worth } numbers }')).toEqual({
    data: {
      grid: [[{ worth: 2 }, null], [], [{ worth: 4 }, { worth: 2 }]],
      numbers: [[1, null], null],
    },
  });
});

test('enum and input intersections: only what every subgraph takes', async () => {
  const { run } = createFederation({
    a: {
      sdl: `type Query { find(by: By!): Thing! } input By { name: String level: Level } enum Level { LOW HIGH }
            type Thing @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: { find: (_: unknown, { by }: { by: { name?: string } }) => ({ id: by.name ?? '' }) },
      },
    },
    b: {
      sdl: `type Thing @key(fields: "id") { id: ID! near(by: By): String } input By { name: String } `,
      resolvers: {
        Thing: { near: (_: unknown, { by }: { by?: { name: string } }) => by?.name ?? 'none' },
      },
    },
  });

  expect(
    await run('query ($by: By!) { find(by: $by) { id near(by: $by) } }', { by: { name: 'x' } }),
  ).toEqual({
    data: { find: { id: 'x', near: 'x' } },
  });
  expect(
    await run('query ($by: By!) { find(by: $by) { id } }', { by: { level: 'LOW' } }),
  ).toMatchObject({
    errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
  });
});
