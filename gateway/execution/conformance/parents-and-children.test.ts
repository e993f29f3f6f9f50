import { createFederation } from '../../testing/federation.ts';

test('what only the parent leads to is asked for with the parent: a value type whose fields are spread', async () => {
  const { run, asked } = createFederation({
    houses: {
      sdl: `type Query { houses: [House!]! } type House @key(fields: "id") { id: ID! kitchen: Kitchen @shareable }
            type Kitchen @shareable { tiles: Int }`,
      resolvers: {
        Query: { houses: () => [{ id: '1' }, { id: '2' }] },
        House: { kitchen: ({ id }: { id: string }) => ({ tiles: Number(id) * 10 }) },
      },
    },
    stoves: {
      sdl: `type House @key(fields: "id") { id: ID! kitchen: Kitchen @shareable }
            type Kitchen { stove: Stove } type Stove @key(fields: "code") { code: ID! }`,
      resolvers: {
        House: { kitchen: ({ id }: { id: string }) => ({ stove: { code: `s${id}` } }) },
      },
    },
    makers: {
      sdl: `type Stove @key(fields: "code") { code: ID! maker: String! }`,
      resolvers: { Stove: { maker: ({ code }: { code: string }) => `maker of ${code}` } },
    },
  });

  expect(await run('{ houses { kitchen { tiles stove { maker } } } }')).toEqual({
    data: {
      houses: [
        { kitchen: { tiles: 10, stove: { maker: 'maker of s1' } } },
        { kitchen: { tiles: 20, stove: { maker: 'maker of s2' } } },
      ],
    },
  });
  expect(asked.map(({ subgraph }) => subgraph)).toEqual(['houses', 'stoves', 'makers']);
});

test('the parent may have to be found by one key, to be asked for by another', async () => {
  const { run } = createFederation({
    shelves: {
      sdl: `type Query { jar: Jar } type Jar @key(fields: "id") { id: ID! label: Label @shareable }
            type Label @shareable { lot: ID! }`,
      resolvers: { Query: { jar: () => ({ id: '1', label: { lot: 'L' } }) } },
    },
    codes: {
      sdl: `type Jar @key(fields: "id") @key(fields: "id code") { id: ID! code: ID! }`,
      resolvers: { Jar: { code: ({ id }: { id: string }) => `c${id}` } },
    },
    labels: {
      sdl: `type Jar @key(fields: "id code") { id: ID! code: ID! label: Label @shareable }
            type Label { lot: ID! @shareable printed: Printed } type Printed { at: String }`,
      resolvers: {
        Jar: {
          label: ({ code }: { code: string }) => ({ lot: 'L', printed: { at: `with ${code}` } }),
        },
      },
    },
  });

  expect(await run('{ jar { label { lot printed { at } } } }')).toEqual({
    data: { jar: { label: { lot: 'L', printed: { at: 'with c1' } } } },
  });
});

const farm = () =>
  createFederation({
    farm: {
      sdl: `type Query { herd: [Animal!]! stalls: [Stall!]! }
            interface Animal { id: ID! young: [Animal!]! }
            type Cow implements Animal @key(fields: "id") { id: ID! young: [Animal!]! }
            type Hen implements Animal @key(fields: "id") { id: ID! young: [Animal!]! }
            union Guest = Cow | Hen
            type Stall { guest: Guest }`,
      resolvers: {
        Query: {
          herd: () => [
            { __typename: 'Cow', id: 'c1', young: [{ __typename: 'Cow', id: 'c2', young: [] }] },
            { __typename: 'Hen', id: 'h1', young: [{ __typename: 'Hen', id: 'h2', young: [] }] },
          ],
          stalls: () => [
            { guest: { __typename: 'Hen', id: 'h1' } },
            { guest: null },
            { guest: { __typename: 'Cow', id: 'c1' } },
          ],
        },
      },
    },
    vet: {
      sdl: `type Cow @key(fields: "id") { id: ID! weight: Int! }
            type Hen @key(fields: "id") { id: ID! weight: Float eggs: [Egg!]! }
            type Egg @key(fields: "id") { id: ID! }`,
      resolvers: {
        Cow: { weight: ({ id }: { id: string }) => id.length * 100 },
        Hen: { weight: () => 1.5, eggs: ({ id }: { id: string }) => [{ id: `${id}e` }] },
      },
    },
    market: {
      sdl: `type Egg @key(fields: "id") { id: ID! price: Int }`,
      resolvers: { Egg: { price: ({ id }: { id: string }) => id.length } },
    },
  });

test('entities below entities are completed at every level, and with them those of another subgraph', async () => {
  const { run } = farm();

  expect(
    await run(`{ herd { id
      ... on Cow { weight young { ... on Cow { weight } } }
      ... on Hen { eggs { price } young { id ... on Hen { eggs { id price } } } }
    } }`),
  ).toEqual({
    data: {
      herd: [
        { id: 'c1', weight: 200, young: [{ weight: 200 }] },
        {
          id: 'h1',
          eggs: [{ price: 3 }],
          young: [{ id: 'h2', eggs: [{ id: 'h2e', price: 3 }] }],
        },
      ],
    },
  });
});

test('fields of one name and different types on members of a union are each their own', async () => {
  const { run } = farm();

  expect(
    await run('{ stalls { guest { ... on Cow { w: weight } ... on Hen { h: weight } } } }'),
  ).toEqual({ data: { stalls: [{ guest: { h: 1.5 } }, { guest: null }, { guest: { w: 200 } }] } });
});

test('any entity by its id, through an interface that all subgraphs have, knows its own fields', async () => {
  const node = `interface Node { id: ID! }`;
  const { run } = createFederation({
    gate: {
      sdl: `${node} type Query { node(id: ID!): Node nodes: [Node!]! }
            type Car implements Node @key(fields: "id") { id: ID! } type Van implements Node @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          node: (_: unknown, { id }: { id: string }) =>
            id.startsWith('x') ? null : { __typename: id.startsWith('c') ? 'Car' : 'Van', id },
          nodes: () => [
            { __typename: 'Van', id: 'v1' },
            { __typename: 'Car', id: 'c1' },
          ],
        },
      },
    },
    cars: {
      sdl: `${node} type Query { car: Car } type Car implements Node @key(fields: "id") { id: ID! doors: Int }`,
      resolvers: { Query: { car: () => ({ id: 'c9' }) }, Car: { doors: () => 4 } },
    },
    vans: {
      sdl: `${node} type Van implements Node @key(fields: "id") { id: ID! load: Int trailer: Node }`,
      resolvers: {
        Van: { load: () => 900, trailer: () => ({ __typename: 'Van', id: 'v2' }) },
      },
    },
  });
  const parts = `__typename id ... on Car { doors } ... on Van { load }`;

  expect(
    await run(`{ car: node(id: "c7") { ${parts} } none: node(id: "x") { ${parts} }
      van: node(id: "v3") { ... on Van { trailer { ${parts} } } } nodes { ${parts} } }`),
  ).toEqual({
    data: {
      car: { __typename: 'Car', id: 'c7', doors: 4 },
      none: null,
      van: { trailer: { __typename: 'Van', id: 'v2', load: 900 } },
      nodes: [
        { __typename: 'Van', id: 'v1', load: 900 },
        { __typename: 'Car', id: 'c1', doors: 4 },
      ],
    },
  });
});

test('a shared root field that lists entities takes from each subgraph what only that one knows', async () => {
  const { run } = createFederation({
    names: {
      sdl: `type Query { band: Band! @shareable } type Band @shareable { players: [Player!]! size: Int! }
            type Player @shareable { id: ID! name: String! }`,
      resolvers: {
        Query: {
          band: () => ({
            size: 2,
            players: [
              { id: '1', name: 'A' },
              { id: '2', name: 'B' },
            ],
          }),
        },
      },
    },
    tools: {
      sdl: `type Query { band: Band! @shareable } type Band @shareable { players: [Player!]! }
            type Player { id: ID! @shareable plays: String! }`,
      resolvers: {
        Query: {
          band: () => ({
            players: [
              { id: '1', plays: 'bass' },
              { id: '2', plays: 'drums' },
            ],
          }),
        },
      },
    },
  });

  expect(await run('{ band { size players { name plays } } }')).toEqual({
    data: {
      band: {
        size: 2,
        players: [
          { name: 'A', plays: 'bass' },
          { name: 'B', plays: 'drums' },
        ],
      },
    },
  });
});
