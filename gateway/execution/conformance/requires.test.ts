import { createFederation } from '../../testing/federation.ts';

interface Parcel {
  weight: number | null;
  price: number;
  dims?: { w: number }[];
}

function graph() {
  return createFederation({
    products: {
      sdl: `type Query { products: [Product!]! }
            type Product @key(fields: "id") {
              id: ID! weight(unit: String!): Int price(currency: String!): Int! dims: [Dim!]!
            }
            type Dim @shareable { w: Int! }`,
      resolvers: {
        Query: { products: () => [{ id: '1' }, { id: '2' }] },
        Product: {
          __resolveReference: (product: object) => product,
          weight: ({ id }: { id: string }, { unit }: { unit: string }) =>
            id === '2' ? null : unit === 'g' ? 1000 : 1,
          price: (_: unknown, { currency }: { currency: string }) => (currency === 'EUR' ? 5 : 6),
          dims: () => [{ w: 2 }, { w: 3 }],
        },
      },
    },
    shipping: {
      sdl: `type Product @key(fields: "id") {
              id: ID!
              weight(unit: String!): Int @external
              price(currency: String!): Int! @external
              dims: [Dim!]! @external
              postage: Int @requires(fields: "weight(unit: \\"g\\") price(currency: \\"EUR\\")")
              volume: Int! @requires(fields: "dims { w }")
              label: String! @requires(fields: "weight(unit: \\"kg\\")")
            }
            type Dim @shareable { w: Int! }`,
      resolvers: {
        Product: {
          postage: ({ weight, price }: Parcel) => (weight === null ? null : weight * price),
          volume: ({ dims = [] }: Parcel) => dims.reduce((product, { w }) => product * w, 1),
          label: ({ weight }: Parcel) => `${weight} kg`,
        },
      },
    },
  });
}

test('a field gets what it requires, with arguments, also when that is null', async () => {
  const { run } = graph();

  expect(await run('{ products { id postage } }')).toEqual({
    data: {
      products: [
        { id: '1', postage: 5000 },
        { id: '2', postage: null },
      ],
    },
  });
});

test('lists of objects are required', async () => {
  const { run } = graph();

  expect(await run('{ products { volume } }')).toEqual({
    data: { products: [{ volume: 6 }, { volume: 6 }] },
  });
});

test('what is required may also be selected, under the same name or another', async () => {
  const { run } = graph();

  expect(
    await run(
      '{ products { postage g: weight(unit: "g") kg: weight(unit: "kg") price(currency: "EUR") } }',
    ),
  ).toEqual({
    data: {
      products: [
        { postage: 5000, g: 1000, kg: 1, price: 5 },
        { postage: null, g: null, kg: null, price: 5 },
      ],
    },
  });
});

test('a client may give what is required other arguments, and its name to another field', async () => {
  const { run } = graph();

  expect(await run('{ products { price(currency: "USD") postage } }')).toEqual({
    data: {
      products: [
        { price: 6, postage: 5000 },
        { price: 6, postage: null },
      ],
    },
  });
  expect(await run('{ products { price: id dims: postage volume } }')).toEqual({
    data: {
      products: [
        { price: '1', dims: 5000, volume: 6 },
        { price: '2', dims: null, volume: 6 },
      ],
    },
  });
});

test('what a dead subgraph would have provided is not asked for with holes', async () => {
  const { run, cut, asked } = createFederation({
    a: {
      sdl: `type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { thing: () => ({ id: '1' }) } },
    },
    b: {
      sdl: `type Thing @key(fields: "id") { id: ID! size: Int }`,
      resolvers: { Thing: { size: () => 1 } },
    },
    c: {
      sdl: `type Thing @key(fields: "id") { id: ID! size: Int @external twice: Int @requires(fields: "size") }`,
      resolvers: { Thing: { twice: ({ size }: { size: number }) => size * 2 } },
    },
  });
  cut('b');

  const { data, errors } = await run('{ thing { twice } }');

  expect(data).toEqual({ thing: { twice: null } });
  expect(errors).toMatchObject([{ path: ['thing'], extensions: { code: 'UNAVAILABLE' } }]);
  expect(asked.map(({ subgraph }) => subgraph)).toEqual(['a', 'b']);
});

test('what is required may itself require', async () => {
  const { run } = createFederation({
    a: {
      sdl: `type Query { thing: Thing! } type Thing @key(fields: "id") { id: ID! one: Int! }`,
      resolvers: {
        Query: { thing: () => ({ id: '1', one: 1 }) },
        Thing: { __resolveReference: () => ({ id: '1', one: 1 }) },
      },
    },
    b: {
      sdl: `type Thing @key(fields: "id") { id: ID! one: Int! @external two: Int! @requires(fields: "one") }`,
      resolvers: { Thing: { two: ({ one }: { one: number }) => one + 1 } },
    },
    c: {
      sdl: `type Thing @key(fields: "id") { id: ID! two: Int! @external three: Int! @requires(fields: "two") }`,
      resolvers: { Thing: { three: ({ two }: { two: number }) => two + 1 } },
    },
  });

  expect(await run('{ thing { three } }')).toEqual({ data: { thing: { three: 3 } } });
});
