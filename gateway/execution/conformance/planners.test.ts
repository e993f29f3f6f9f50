import { describe, expect, test } from '@jest/globals';
import { createCompiledExecutor } from '../compiled/compiled-executor.ts';
import { createFederation, type TestSubgraph } from '../../testing/federation.ts';

// Cases in which planners differ. What both get right is in the other files, which run with either:
// GATEWAY_PLANNER=apollo npm test -- unit gateway/execution/conformance
type Subgraphs = Readonly<Record<string, TestSubgraph>>;

const PLANNERS = ['hive', 'apollo'] as const;
const withPlanner = (subgraphs: Subgraphs, planner: (typeof PLANNERS)[number]) =>
  createFederation(subgraphs, createCompiledExecutor, planner);

test('a subgraph is asked by a key of which it resolves entities, where another is nearer', async () => {
  const { run } = withPlanner(
    {
      crews: {
        sdl: `type Query { ship: Ship } type Ship { sailors: [Sailor!]! }
              type Sailor @key(fields: "badge { port }", resolvable: false)
                @key(fields: "id badge { port year }") @key(fields: "id", resolvable: false) {
                id: ID! badge: Badge! name: String! @external greeting: String! @requires(fields: "name")
              }
              type Badge @shareable { port: ID! year: ID! }`,
        resolvers: {
          Query: { ship: () => ({ sailors: [{ id: '1', badge: { port: 'P', year: '9' } }] }) },
          Sailor: {
            __resolveReference: (given: { id?: string; badge?: { year?: string } }) => {
              if (given.id === undefined || given.badge?.year === undefined) throw new Error('key');
              return given;
            },
            greeting: ({ name }: { name: string }) => `ahoy ${name}`,
          },
        },
      },
      names: {
        sdl: `type Sailor @key(fields: "id") @key(fields: "badge { port }", resolvable: false) {
                id: ID! badge: Badge! name: String!
              }
              type Badge @shareable { port: ID! year: ID! }`,
        resolvers: { Sailor: { name: () => 'Anne' } },
      },
    },
    'hive',
  );

  expect(await run('{ ship { sailors { id name greeting } } }')).toEqual({
    data: { ship: { sailors: [{ id: '1', name: 'Anne', greeting: 'ahoy Anne' }] } },
  });
});

const shelf = (name: string, member: string): TestSubgraph => ({
  sdl: `type Query { ${name}: Shelf }
        type Shelf @key(fields: "id") { id: ID! box: Box @shareable ${name}Box: Box }
        type Box @shareable { things: [Thing!]! }
        union Thing = Cup | ${member}
        type Cup @shareable { size: Int }
        type ${member} { ${name}Mark(n: Int): String more: [Thing!] @shareable }`,
  resolvers: {
    Query: { [name]: () => ({ id: '1' }) },
    Shelf: {
      box: () => ({ things: [{ __typename: 'Cup', size: 1 }, { __typename: member }] }),
      [`${name}Box`]: () => ({ things: [{ __typename: member }] }),
    },
    [member]: {
      [`${name}Mark`]: (_: unknown, { n }: { n?: number }) => `${name} ${n ?? 0}`,
      more: () => [{ __typename: 'Cup', size: 2 }],
    },
  },
});

describe.each(PLANNERS)('with the planner %s', (planner) => {
  const shelves = () =>
    withPlanner({ left: shelf('left', 'Lamp'), right: shelf('right', 'Radio') }, planner);
  const ALL = `{ __typename ... on Cup { size } ... on Lamp { leftMark } ... on Radio { rightMark } }`;

  test('a subgraph says all that it knows of a member of a union that another does not know', async () => {
    const { run } = shelves();

    expect(await run(`{ left { box { things ${ALL} } } right { box { things ${ALL} } } }`)).toEqual(
      {
        data: {
          left: {
            box: {
              things: [
                { __typename: 'Cup', size: 1 },
                { __typename: 'Lamp', leftMark: 'left 0' },
              ],
            },
          },
          right: {
            box: {
              things: [
                { __typename: 'Cup', size: 1 },
                { __typename: 'Radio', rightMark: 'right 0' },
              ],
            },
          },
        },
      },
    );
  });

  test('with variables, aliases, fragments and parts within', async () => {
    const { run } = shelves();
    const query = `query ($n: Int) { left { box { things { ...Named } } } }
      fragment Named on Thing { ... on Lamp { mark: leftMark(n: $n) more { ... on Cup { size } } } }`;

    expect(await run(query, { n: 7 })).toEqual({
      data: { left: { box: { things: [{}, { mark: 'left 7', more: [{ size: 2 }] }] } } },
    });
  });

  test('nothing is asked of a subgraph that does not know the member', async () => {
    const { run, asked } = shelves();

    const { data } = await run(
      '{ left { box { things { __typename ... on Radio { rightMark } } } } }',
    );

    expect(data).toEqual({
      left: { box: { things: [{ __typename: 'Cup' }, { __typename: 'Lamp' }] } },
    });
    expect(JSON.stringify(asked.filter(({ subgraph }) => subgraph === 'left'))).not.toContain(
      'rightMark',
    );
  });

  test('what no subgraph can answer is an error, not null', async () => {
    const { run } = withPlanner(
      {
        near: {
          sdl: `type Query { one: Node } interface Node @key(fields: "id") { id: ID! }`,
          resolvers: { Query: { one: () => ({ id: '1' }) } },
        },
        far: {
          sdl: `type Query { other: Node }
                type Node @key(fields: "id", resolvable: false) @interfaceObject { id: ID! size: Int }`,
          resolvers: { Query: { other: () => ({ id: '1', size: 4 }) } },
        },
      },
      planner,
    );

    expect(await run('{ other { id size } }')).toEqual({ data: { other: { id: '1', size: 4 } } });
    await expect(run('{ one { size } }')).rejects.toThrow('no subgraph can answer');
    expect(
      await run('query ($on: Boolean!) { one @include(if: $on) { size } }', { on: false }),
    ).toEqual({ data: {} });
  });

  test('introspection goes to no subgraph, alone and beside other fields', async () => {
    const { run, asked } = withPlanner(
      {
        parcels: {
          sdl: 'type Query { parcels: [Parcel!]! } type Parcel { id: ID! }',
          resolvers: { Query: { parcels: () => [{ id: '1' }, { id: '2' }] } },
        },
      },
      planner,
    );

    expect(
      await run('{ ...Roots } fragment Roots on Query { __schema { queryType { name } } }'),
    ).toEqual({ data: { __schema: { queryType: { name: 'Query' } } } });
    expect(asked).toEqual([]);
    expect(
      await run('{ ... on Query { __type(name: "Parcel") { name } } parcels { id } }'),
    ).toEqual({ data: { __type: { name: 'Parcel' }, parcels: [{ id: '1' }, { id: '2' }] } });
  });

  test('one name may stand for different fields of entities below types that exclude each other', async () => {
    const { run } = withPlanner(
      {
        wards: {
          sdl: `type Query { wards: [Ward!]! } interface Ward { id: ID! }
                type Aqua implements Ward { id: ID! photo: Photo } type Dry implements Ward { id: ID! photo: Photo }
                type Photo @key(fields: "id") { id: ID! }`,
          resolvers: {
            Query: {
              wards: () => [
                { __typename: 'Aqua', id: '1', photo: { id: 'p' } },
                { __typename: 'Dry', id: '2', photo: { id: 'q' } },
              ],
            },
          },
        },
        images: {
          sdl: `type Photo @key(fields: "id") { id: ID! thumb(width: Int!): String! alt: String! }`,
          resolvers: {
            Photo: {
              thumb: ({ id }: { id: string }, { width }: { width: number }) => `${id}/${width}`,
              alt: ({ id }: { id: string }) => `alt ${id}`,
            },
          },
        },
      },
      planner,
    );

    expect(
      await run(`{ wards {
        ... on Aqua { photo { thumb(width: 1) x: alt } }
        ... on Dry { photo { thumb(width: 2) x: id } }
      } }`),
    ).toEqual({
      data: {
        wards: [{ photo: { thumb: 'p/1', x: 'alt p' } }, { photo: { thumb: 'q/2', x: 'q' } }],
      },
    });
  });

  test('a type wanted under another name only is still known', async () => {
    const { run } = withPlanner(
      {
        zoo: {
          sdl: `type Query { pet: Pet } interface Pet { name: String }
                type Cat implements Pet { name: String } type Dog implements Pet { name: String }`,
          resolvers: { Query: { pet: () => ({ __typename: 'Dog', name: 'Rex' }) } },
        },
      },
      planner,
    );

    expect(await run('{ pet { kind: __typename name } }')).toEqual({
      data: { pet: { kind: 'Dog', name: 'Rex' } },
    });
  });
});
