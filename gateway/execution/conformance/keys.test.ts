import { createCompiledExecutor } from '../compiled/compiled-executor.ts';
import { createFederation } from '../../testing/federation.ts';

const reference = (rows: object[], key: string) => (given: Record<string, unknown>) =>
  rows.find((row) => (row as Record<string, unknown>)[key] === given[key]) ?? null;

describe('simple keys', () => {
  const users = [
    { id: 'u1', name: 'Ada' },
    { id: 'u2', name: 'Bea' },
  ];

  function graph() {
    return createFederation({
      users: {
        sdl: `type Query { user(id: ID!): User users: [User] }
              type User @key(fields: "id") { id: ID! name: String! }`,
        resolvers: {
          Query: {
            user: (_: unknown, { id }: { id: string }) => users.find((u) => u.id === id),
            users: () => users,
          },
          User: { __resolveReference: reference(users, 'id') },
        },
      },
      posts: {
        sdl: `type Query { posts: [Post!]! }
              type Post @key(fields: "id") { id: ID! author: User reader: User }
              type User @key(fields: "id") { id: ID! posts: [Post!]! }`,
        resolvers: {
          Query: {
            posts: () => [
              { id: 'p1', author: { id: 'u1' }, reader: { id: 'u2' } },
              { id: 'p2', author: { id: 'u1' }, reader: null },
              { id: 'p3', author: { id: 'missing' }, reader: { id: 'u1' } },
            ],
          },
          User: {
            __resolveReference: (u: object) => u,
            posts: () => [{ id: 'p1', author: { id: 'u1' } }],
          },
        },
      },
    });
  }

  test('an entity is asked for once, however often it stands in a list', async () => {
    const { run, asked } = graph();

    expect(await run('{ posts { id author { id name } } }')).toEqual({
      data: {
        posts: [
          { id: 'p1', author: { id: 'u1', name: 'Ada' } },
          { id: 'p2', author: { id: 'u1', name: 'Ada' } },
          { id: 'p3', author: null },
        ],
      },
      errors: [
        {
          message: 'Cannot return null for non-nullable field User.name.',
          path: ['posts', 2, 'author', 'name'],
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        },
      ],
    });
    expect(asked[1]?.request.variables).toEqual({
      representations: [
        { __typename: 'User', id: 'u1' },
        { __typename: 'User', id: 'missing' },
      ],
    });
  });

  test('two places of one selection may be joined from different subgraphs, and back again', async () => {
    const { run } = graph();

    expect(
      await run('{ users { name posts { id author { name posts { id reader { name } } } } } }'),
    ).toMatchObject({
      data: {
        users: [
          {
            name: 'Ada',
            posts: [{ id: 'p1', author: { name: 'Ada', posts: [{ id: 'p1', reader: null }] } }],
          },
          { name: 'Bea', posts: [{ id: 'p1', author: { name: 'Ada' } }] },
        ],
      },
    });
  });

  test('a client may give the name of a key to another field, also where that fails', async () => {
    const { run } = graph();

    expect(await run('{ posts { author { id: name posts { id: __typename } } } }')).toMatchObject({
      data: {
        posts: [
          { author: { id: 'Ada', posts: [{ id: 'Post' }] } },
          { author: { id: 'Ada', posts: [{ id: 'Post' }] } },
          { author: null },
        ],
      },
      errors: [{ path: ['posts', 2, 'author', 'id'] }],
    });
    expect(await run('{ user(id: "u1") { __typename: name posts { id } } }')).toEqual({
      data: { user: { __typename: 'Ada', posts: [{ id: 'p1' }] } },
    });
  });

  test('null stands where an entity is null', async () => {
    const { run } = graph();

    expect(await run('{ posts { reader { name } } }')).toEqual({
      data: { posts: [{ reader: { name: 'Bea' } }, { reader: null }, { reader: { name: 'Ada' } }] },
    });
  });

  test('a root entity that is not there asks no other subgraph', async () => {
    const { run, asked } = graph();

    expect(await run('{ user(id: "nobody") { posts { id } } }')).toEqual({ data: { user: null } });
    expect(asked.map(({ subgraph }) => subgraph)).toEqual(['users']);
  });
});

describe('composite and nested keys', () => {
  test('a key of several fields, some in objects and lists, identifies the entity', async () => {
    const { run, asked } = createFederation({
      books: {
        sdl: `type Query { books: [Book!]! }
              type Book @key(fields: "isbn edition { year parts { no } }") { isbn: ID! edition: Edition! }
              type Edition @shareable { year: Int! parts: [Part!]! }
              type Part @shareable { no: Int! }`,
        resolvers: {
          Query: {
            books: () => [
              { isbn: 'a', edition: { year: 1, parts: [{ no: 1 }, { no: 2 }] } },
              { isbn: 'a', edition: { year: 2, parts: [] } },
            ],
          },
        },
      },
      prices: {
        sdl: `type Book @key(fields: "isbn edition { year parts { no } }") { isbn: ID! edition: Edition! price: Int! }
              type Edition @shareable { year: Int! parts: [Part!]! }
              type Part @shareable { no: Int! }`,
        resolvers: {
          Book: {
            price: ({ edition }: { edition: { year: number; parts: object[] } }) =>
              edition.year * 100 + edition.parts.length,
          },
        },
      },
    });

    expect(await run('{ books { price edition { parts { no } } } }')).toEqual({
      data: {
        books: [
          { price: 102, edition: { parts: [{ no: 1 }, { no: 2 }] } },
          { price: 200, edition: { parts: [] } },
        ],
      },
    });
    expect(asked).toHaveLength(2);
  });

  test('subgraphs with different keys are joined through one that knows both', async () => {
    const { run } = createFederation({
      names: {
        sdl: `type Query { product: Product! }
              type Product @key(fields: "sku") { sku: ID! name: String! }`,
        resolvers: { Query: { product: () => ({ sku: 's1', name: 'Mug' }) } },
      },
      ids: {
        sdl: `type Product @key(fields: "sku") @key(fields: "id") { sku: ID! id: ID! }`,
        resolvers: {
          Product: { __resolveReference: (p: object) => ({ sku: 's1', id: '17', ...p }) },
        },
      },
      stock: {
        sdl: `type Product @key(fields: "id") { id: ID! left: Int! }`,
        resolvers: { Product: { left: ({ id }: { id: string }) => Number(id) } },
      },
    });

    expect(await run('{ product { name left id } }')).toEqual({
      data: { product: { name: 'Mug', left: 17, id: '17' } },
    });
  });

  test('a key that is null leads nowhere, and what depends on it is null', async () => {
    const { run } = createFederation({
      a: {
        sdl: `type Query { items: [Item!]! } type Item @key(fields: "code", resolvable: false) { code: ID name: String! }`,
        resolvers: {
          Query: {
            items: () => [
              { code: null, name: 'none' },
              { code: 'x', name: 'some' },
            ],
          },
        },
      },
      b: {
        sdl: `type Item @key(fields: "code") { code: ID size: Int }`,
        resolvers: {
          Item: {
            __resolveReference: ({ code }: { code: string | null }) =>
              code === null ? null : { code },
            size: () => 3,
          },
        },
      },
    });

    expect(await run('{ items { name size } }')).toEqual({
      data: {
        items: [
          { name: 'none', size: null },
          { name: 'some', size: 3 },
        ],
      },
    });
  });
});

test.each([
  ['apollo', 7],
  ['hive', 4],
] as const)(
  'the same entities are fetched once, however often a plan of %s needs them',
  async (planner, fetches) => {
    const subgraphs = {
      a: {
        sdl: `type Query { one: Thing two: Thing three: Thing other: Thing }
            type Thing @key(fields: "id") { id: ID! }`,
        resolvers: {
          Query: {
            one: () => ({ id: '1' }),
            two: () => ({ id: '1' }),
            three: () => ({ id: '1' }),
            other: () => ({ id: '2' }),
          },
        },
      },
      b: {
        sdl: `type Thing @key(fields: "id") { id: ID! inner: Thing! size: Int! }`,
        resolvers: {
          Thing: {
            inner: ({ id }: { id: string }) => ({ id: `${id}${id}` }),
            size: ({ id }: { id: string }) => Number(id),
          },
        },
      },
      c: {
        sdl: `type Thing @key(fields: "id") { id: ID! mark: String! }`,
        resolvers: { Thing: { mark: ({ id }: { id: string }) => `mark ${id}` } },
      },
    };
    const { run, asked } = createFederation(subgraphs, createCompiledExecutor, planner);
    const thing = '{ size inner { mark } mark }';

    expect(await run(`{ one ${thing} two ${thing} three ${thing} other ${thing} }`)).toEqual({
      data: {
        one: { size: 1, inner: { mark: 'mark 11' }, mark: 'mark 1' },
        two: { size: 1, inner: { mark: 'mark 11' }, mark: 'mark 1' },
        three: { size: 1, inner: { mark: 'mark 11' }, mark: 'mark 1' },
        other: { size: 2, inner: { mark: 'mark 22' }, mark: 'mark 2' },
      },
    });
    const requests = asked.map(({ subgraph, request }) =>
      JSON.stringify([subgraph, request.query, request.variables]),
    );
    expect(new Set(requests).size).toBe(requests.length);
    expect(requests).toHaveLength(fetches);
  },
);
