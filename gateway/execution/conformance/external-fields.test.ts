import { createFederation } from '../../testing/federation.ts';

type WithId = { id: string };

test('a field that is external comes from its owner, whoever has a value for it', async () => {
  const { run } = createFederation({
    rooms: {
      sdl: `type Query { room: Room } type Room @key(fields: "id") { id: ID! floor: Int! }`,
      resolvers: { Query: { room: () => ({ id: '1' }) }, Room: { floor: () => 3 } },
    },
    lights: {
      sdl: `type Query { lit: Room }
            type Room @key(fields: "id") { id: ID! floor: Int! @external lamps: Int! high: Boolean @requires(fields: "floor") }`,
      resolvers: {
        // What it says of an external field is not asked for.
        Query: { lit: () => ({ id: '2', floor: 99 }) },
        Room: {
          lamps: ({ id }: WithId) => Number(id) * 2,
          high: ({ floor }: { floor: number }) => floor > 50,
        },
      },
    },
  });

  expect(await run('{ room { floor lamps high } lit { id floor lamps high } }')).toEqual({
    data: {
      room: { floor: 3, lamps: 2, high: false },
      lit: { id: '2', floor: 3, lamps: 4, high: false },
    },
  });
});

const provided = () =>
  createFederation({
    feed: {
      sdl: `type Query { feed: Feed @provides(fields: "posts { id author { name home { city } } }") plain: Feed }
            type Feed @key(fields: "id") { id: ID! posts: [Post!]! @external }
            type Post @key(fields: "id") { id: ID! author: Author @external }
            type Author @key(fields: "id") { id: ID! name: String @external home: Home @external }
            type Home { city: String @external }`,
      resolvers: {
        Query: {
          feed: () => ({
            id: 'f',
            posts: [{ id: 'p', author: { id: 'a', name: 'near', home: { city: 'Near' } } }],
          }),
          plain: () => ({ id: 'f' }),
        },
      },
    },
    posts: {
      sdl: `type Feed @key(fields: "id") { id: ID! posts: [Post!]! @shareable }
            type Post @key(fields: "id") { id: ID! author: Author @shareable text: String! }
            type Author @key(fields: "id") { id: ID! name: String @shareable home: Home @shareable }
            type Home @shareable { city: String zip: String }`,
      resolvers: {
        Feed: { posts: () => [{ id: 'p' }] },
        Post: { author: () => ({ id: 'a' }), text: ({ id }: WithId) => `text ${id}` },
        Author: { name: () => 'far', home: () => ({ city: 'Far', zip: '1' }) },
      },
    },
  });

test('what is provided, however deep, is taken where it is; the rest comes from its owner', async () => {
  const { run, asked } = provided();

  expect(await run('{ feed { posts { author { name home { city } } } } }')).toEqual({
    data: { feed: { posts: [{ author: { name: 'near', home: { city: 'Near' } } }] } },
  });
  expect(asked.map(({ subgraph }) => subgraph)).toEqual(['feed']);

  expect(await run('{ feed { posts { text author { name } } } }')).toEqual({
    data: { feed: { posts: [{ text: 'text p', author: { name: 'near' } }] } },
  });
  const { data } = await run('{ plain { posts { text author { name home { city zip } } } } }');
  expect(data).toEqual({
    plain: {
      posts: [{ text: 'text p', author: { name: 'far', home: { city: 'Far', zip: '1' } } }],
    },
  });
});

const moved = (override: string) =>
  createFederation({
    old: {
      sdl: `type Query { cup: Cup } type Cup @key(fields: "id") { id: ID! price: Int! }`,
      resolvers: { Query: { cup: () => ({ id: '1' }) }, Cup: { price: () => 1 } },
    },
    taker: {
      sdl: `type Cup @key(fields: "id") { id: ID! price: Int! @override(${override}) }`,
      resolvers: {
        Cup: { price: () => 2 },
      },
    },
    taxes: {
      sdl: `type Cup @key(fields: "id") { id: ID! price: Int! @external tax: Int! @requires(fields: "price") }`,
      resolvers: { Cup: { tax: ({ price }: { price: number }) => price * 10 } },
    },
  });

describe('a field that has moved', () => {
  test('is that of its taker, also for those who require it', async () => {
    const { run, asked } = moved('from: "old"');
    expect(await run('{ cup { price tax } }')).toEqual({ data: { cup: { price: 2, tax: 20 } } });
    expect(asked[0]?.request.query).not.toContain('price');
  });

  test('from a subgraph that is not there is that of its taker as well', async () => {
    const { run } = createFederation({
      cups: {
        sdl: `type Query { cup: Cup } type Cup @key(fields: "id") { id: ID! price: Int! @override(from: "gone") }`,
        resolvers: { Query: { cup: () => ({ id: '1', price: 5 }) } },
      },
    });
    expect(await run('{ cup { price } }')).toEqual({ data: { cup: { price: 5 } } });
  });

  test('whose type implements an interface that others select it by', async () => {
    const shape = 'interface Priced { id: ID! price: Int! }';
    const { run } = createFederation({
      old: {
        sdl: `${shape} type Query { all: [Priced!]! } type Cup implements Priced @key(fields: "id") { id: ID! price: Int! }`,
        resolvers: {
          Query: { all: () => [{ __typename: 'Cup', id: '1' }] },
          Cup: { price: () => 1 },
        },
      },
      taker: {
        sdl: `${shape} type Cup implements Priced @key(fields: "id") { id: ID! price: Int! @override(from: "old") }`,
        resolvers: { Cup: { price: () => 2 } },
      },
    });
    expect(await run('{ all { id price } }')).toEqual({ data: { all: [{ id: '1', price: 2 }] } });
  });
});
