import { createFederation } from '../../testing/federation.ts';

const media = [
  { __typename: 'Book', id: '1', title: 'Dune', pages: 412 },
  { __typename: 'Film', id: '2', title: 'Alien', minutes: 117 },
];

function graph() {
  return createFederation({
    catalog: {
      sdl: `type Query { media: [Media!]! }
            interface Media @key(fields: "id") { id: ID! title: String! }
            type Book implements Media @key(fields: "id") { id: ID! title: String! pages: Int! }
            type Film implements Media @key(fields: "id") { id: ID! title: String! minutes: Int! }`,
      resolvers: {
        Query: { media: () => media },
        Media: {
          __resolveReference: ({ id }: { id: string }) => media.find((m) => m.id === id),
          __resolveType: ({ __typename }: { __typename: string }) => __typename,
        },
        Book: { __resolveReference: ({ id }: { id: string }) => media.find((m) => m.id === id) },
        Film: { __resolveReference: ({ id }: { id: string }) => media.find((m) => m.id === id) },
      },
    },
    reviews: {
      sdl: `type Query { best: Media! reviewed: [Media!]! }
            type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int! reviews: [Review!]! }
            type Review { text: String! of: Media! }`,
      resolvers: {
        Query: { best: () => ({ id: '2' }), reviewed: () => [{ id: '1' }, { id: '2' }] },
        Media: {
          stars: ({ id }: { id: string }) => Number(id) + 1,
          reviews: ({ id }: { id: string }) => [{ text: `about ${id}`, of: { id } }],
        },
        Review: {},
      },
    },
  });
}

test('an interface that is an object elsewhere lends its fields to every type', async () => {
  const { run } = graph();

  expect(await run('{ media { __typename title stars ... on Book { pages stars } } }')).toEqual({
    data: {
      media: [
        { __typename: 'Book', title: 'Dune', stars: 2, pages: 412 },
        { __typename: 'Film', title: 'Alien', stars: 3 },
      ],
    },
  });
});

test('where only the interface is known, its own fields need no other subgraph', async () => {
  const { run, asked } = graph();

  expect(await run('{ best { id stars } }')).toEqual({ data: { best: { id: '2', stars: 3 } } });
  expect(asked).toHaveLength(1);
});

test('the type of an object that began as an interface is found out when it matters', async () => {
  const { run } = graph();

  expect(
    await run(
      '{ best { __typename stars title } reviewed { __typename id ... on Film { minutes stars } ... on Book { pages } } }',
    ),
  ).toEqual({
    data: {
      best: { __typename: 'Film', stars: 3, title: 'Alien' },
      reviewed: [
        { __typename: 'Book', id: '1', pages: 412 },
        { __typename: 'Film', id: '2', minutes: 117, stars: 3 },
      ],
    },
  });
});

test('objects keep their type on the way through a subgraph that knows only the interface, and back', async () => {
  const { run } = graph();

  expect(
    await run(
      '{ media { __typename reviews { text of { __typename title reviews { of { ... on Film { minutes } __typename } } } } } }',
    ),
  ).toEqual({
    data: {
      media: [
        {
          __typename: 'Book',
          reviews: [
            {
              text: 'about 1',
              of: { __typename: 'Book', title: 'Dune', reviews: [{ of: { __typename: 'Book' } }] },
            },
          ],
        },
        {
          __typename: 'Film',
          reviews: [
            {
              text: 'about 2',
              of: {
                __typename: 'Film',
                title: 'Alien',
                reviews: [{ of: { __typename: 'Film', minutes: 117 } }],
              },
            },
          ],
        },
      ],
    },
  });
});
