import { describe, expect, test } from '@jest/globals';
import { createCompiledExecutor } from '../compiled/compiled-executor.ts';
import { createFederation, type TestSubgraph } from '../../testing/federation.ts';

// One field that is required with different arguments: planners mistake one requirement for the other, so that
// they are given a name for each (gateway/supergraph/planner/requirements).
interface Id {
  id: string;
}
interface Measured {
  mass: number | null;
}
interface Boxed {
  box: { side: number };
}

const UNITS: Readonly<Record<string, number>> = { GRAM: 1_000, KILO: 1, OUNCE: 35 };
const massOf = ({ id }: Id, { unit = 'TON' }: { unit?: string }) => {
  if (id === '13') throw new Error(`no scales for ${unit}`);
  return id === '9' ? null : Number(id) * (UNITS[unit] ?? 0);
};
const crate = (id: string) => ({ __typename: 'Crate', id });
const letter = (id: string) => ({ __typename: 'Letter', id });

const MASS = 'mass(unit: String): Int';
const subgraphs: Readonly<Record<string, TestSubgraph>> = {
  scales: {
    sdl: `type Query { crates: [Crate!]! crate(id: ID!): Crate shelves: [[Crate]!]! post: [Post!]! }
          type Mutation { weigh(id: ID!): Crate! }
          type Subscription { arrived: Crate! }
          union Post = Crate | Letter
          type Crate @key(fields: "id") { id: ID! inner: Crate ${MASS} box: Box! }
          type Letter @key(fields: "id") { id: ID! ${MASS} }
          type Box { side(in: Int!): Int! }`,
    resolvers: {
      Query: {
        crates: () => [crate('1'), crate('2'), crate('1')],
        crate: (_: unknown, { id }: Id) => crate(id),
        shelves: () => [[crate('1'), null], [crate('3')]],
        post: () => [letter('4'), crate('2'), letter('5')],
      },
      Mutation: { weigh: (_: unknown, { id }: Id) => crate(id) },
      Subscription: {
        arrived: {
          subscribe: async function* () {
            yield { arrived: crate('6') };
          },
        },
      },
      Crate: {
        inner: ({ id }: Id) => crate(String(Number(id) + 1)),
        mass: massOf,
        box: ({ id }: Id) => ({ side: ({ in: unit }: { in: number }) => Number(id) * unit }),
      },
      Letter: { mass: massOf },
    },
  },
  tariffs: {
    sdl: `type Crate @key(fields: "id") {
            id: ID! ${MASS} @external
            stamps: Int @requires(fields: "mass(unit: \\"GRAM\\")")
            hands: Int @requires(fields: "mass(unit: \\"KILO\\")")
            coins: Int @requires(fields: "mass(unit: \\"OUNCE\\")")
            plain: Int @requires(fields: "mass")
            free: Int
            box: Box! @external
            lid: Int! @requires(fields: "box { side(in: 2) }")
            ribbon: Int! @requires(fields: "box { side(in: 100) }")
          }
          type Box { side(in: Int!): Int! @external }
          type Letter @key(fields: "id") {
            id: ID! ${MASS} @external
            stamps: Int @requires(fields: "mass(unit: \\"OUNCE\\")")
          }`,
    resolvers: {
      Crate: {
        stamps: ({ mass }: Measured) => mass,
        hands: ({ mass }: Measured) => mass,
        coins: ({ mass }: Measured) => mass,
        plain: ({ mass }: Measured) => mass,
        free: () => 7,
        lid: ({ box }: Boxed) => box.side,
        ribbon: ({ box }: Boxed) => box.side,
      },
      Letter: { stamps: ({ mass }: Measured) => mass },
    },
  },
  // Requires what itself requires, with the arguments that are another's.
  bills: {
    sdl: `type Crate @key(fields: "id") {
            id: ID! stamps: Int @external ${MASS} @external
            price: Int @requires(fields: "stamps mass(unit: \\"KILO\\")")
          }`,
    resolvers: {
      Crate: { price: ({ stamps, mass }: { stamps: number; mass: number }) => stamps * 10 + mass },
    },
  },
};

describe.each(['hive', 'apollo'] as const)('planned by %s', (planner) => {
  const graph = () => createFederation(subgraphs, createCompiledExecutor, planner);

  test.each([
    [
      'of one object',
      '{ crate(id: "2") { stamps hands } }',
      { crate: { stamps: 2_000, hands: 2 } },
    ],
    [
      'three at once, and one without arguments, in the order of the client',
      '{ crate(id: "2") { coins free hands plain stamps } }',
      { crate: { coins: 70, free: 7, hands: 2, plain: 0, stamps: 2_000 } },
    ],
    [
      'below other objects',
      '{ crate(id: "2") { hands inner { stamps inner { hands stamps coins } } } }',
      {
        crate: {
          hands: 2,
          inner: { stamps: 3_000, inner: { hands: 4, stamps: 4_000, coins: 140 } },
        },
      },
    ],
    [
      'in lists, for entities that are there twice',
      '{ crates { inner { hands stamps } } }',
      {
        crates: [
          { inner: { hands: 2, stamps: 2_000 } },
          { inner: { hands: 3, stamps: 3_000 } },
          { inner: { hands: 2, stamps: 2_000 } },
        ],
      },
    ],
    [
      'in lists of lists with holes',
      '{ shelves { stamps inner { hands coins } } }',
      {
        shelves: [
          [{ stamps: 1_000, inner: { hands: 2, coins: 70 } }, null],
          [{ stamps: 3_000, inner: { hands: 4, coins: 140 } }],
        ],
      },
    ],
    [
      'of several members of a union, each with its own',
      '{ post { __typename ... on Letter { stamps } ... on Crate { stamps hands inner { hands stamps } } } }',
      {
        post: [
          { __typename: 'Letter', stamps: 140 },
          { __typename: 'Crate', stamps: 2_000, hands: 2, inner: { hands: 3, stamps: 3_000 } },
          { __typename: 'Letter', stamps: 175 },
        ],
      },
    ],
    [
      'inside of what is required',
      '{ crate(id: "3") { lid ribbon inner { ribbon lid } } }',
      { crate: { lid: 6, ribbon: 300, inner: { ribbon: 400, lid: 8 } } },
    ],
    [
      'where what is required requires with other arguments',
      '{ crates { price inner { hands price } } }',
      {
        crates: [
          { price: 10_001, inner: { hands: 2, price: 20_002 } },
          { price: 20_002, inner: { hands: 3, price: 30_003 } },
          { price: 10_001, inner: { hands: 2, price: 20_002 } },
        ],
      },
    ],
    [
      'beside the same field of the client, under its names and those of plans',
      `{ crate(id: "2") { mass(unit: "OUNCE") kilos: mass(unit: "KILO") mass__given_0: id
         hands: stamps stamps: hands } }`,
      { crate: { mass: 70, kilos: 2, mass__given_0: '2', hands: 2_000, stamps: 2 } },
    ],
    [
      'that is null',
      '{ crate(id: "9") { stamps hands inner { hands } } }',
      { crate: { stamps: null, hands: null, inner: { hands: 10 } } },
    ],
    [
      'after a mutation',
      'mutation { weigh(id: "5") { stamps inner { stamps hands } } again: weigh(id: "6") { hands coins } }',
      {
        weigh: { stamps: 5_000, inner: { stamps: 6_000, hands: 6 } },
        again: { hands: 6, coins: 210 },
      },
    ],
  ])('%s', async (_, query, data) => {
    const { run } = graph();

    expect(await run(query)).toEqual({ data });
  });

  test('for each event of a subscription', async () => {
    const { subscribe } = graph();
    const events: unknown[] = [];
    for await (const event of await subscribe(
      'subscription { arrived { hands stamps inner { coins stamps } } }',
    )) {
      events.push(JSON.parse(JSON.stringify(event)));
    }

    expect(events).toEqual([
      { data: { arrived: { hands: 6, stamps: 6_000, inner: { coins: 245, stamps: 7_000 } } } },
    ]);
  });

  test('where @skip and @include decide which of them are wanted', async () => {
    const { run } = graph();
    const query = `query ($stamps: Boolean!, $no: Boolean!) {
      crate(id: "1") { inner { stamps @include(if: $stamps) hands @skip(if: $no) mass(unit: "GRAM") @include(if: $no) } }
    }`;

    expect(await run(query, { stamps: true, no: true })).toEqual({
      data: { crate: { inner: { stamps: 2_000, mass: 2_000 } } },
    });
    expect(await run(query, { stamps: false, no: false })).toEqual({
      data: { crate: { inner: { hands: 2 } } },
    });
    expect(await run(query, { stamps: true, no: false })).toEqual({
      data: { crate: { inner: { stamps: 2_000, hands: 2 } } },
    });
  });

  test('an error tells of the field that the subgraph knows', async () => {
    const { run } = graph();

    const { data, errors = [] } = await run('{ crate(id: "12") { inner { stamps hands free } } }');

    expect(data).toEqual({ crate: { inner: { stamps: null, hands: null, free: 7 } } });
    expect(errors.map(({ path }) => path)).toEqual([
      ['crate', 'inner', 'mass'],
      ['crate', 'inner', 'mass'],
    ]);
  });
});

const represented = (two: number, three: number) => [
  { __typename: 'Crate', id: '2', mass: two },
  { __typename: 'Crate', id: '3', mass: three },
];

test('a subgraph is asked once for all of them, and for no name that it does not know', async () => {
  const { run, asked } = createFederation(subgraphs);
  await run('{ crates { inner { stamps hands free } } }');

  expect(asked.map(({ subgraph }) => subgraph)).toEqual(['scales', 'tariffs']);
  const [masses, tariffs] = asked.map(({ request }) => request);
  expect(masses?.query).toContain('mass(unit: "GRAM")');
  expect(masses?.query).toContain('mass(unit: "KILO")');
  const { variables = {} } = tariffs ?? {};
  expect(new Set(Object.values(variables))).toEqual(
    new Set([represented(2, 3), represented(2_000, 3_000)]),
  );
});

const solids: Readonly<Record<string, TestSubgraph>> = {
  shapes: {
    sdl: `type Query { solids: [Solid!]! gifts: [Gift!]! }
          interface Solid @key(fields: "id") { id: ID! volume(unit: String!): Int! }
          type Cube implements Solid @key(fields: "id") { id: ID! volume(unit: String!): Int! }
          type Ball implements Solid @key(fields: "id") { id: ID! volume(unit: String!): Int! }
          type Gift @key(fields: "id") { id: ID! paper: Paper! }
          interface Paper { length(unit: String!): Int! }
          type Plain implements Paper @shareable { length(unit: String!): Int! }
          type Golden implements Paper @shareable { length(unit: String!): Int! }`,
    resolvers: {
      Query: {
        solids: () => [
          { __typename: 'Cube', id: '1' },
          { __typename: 'Ball', id: '2' },
        ],
        gifts: () => [{ id: '3' }, { id: '4' }],
      },
      Cube: { volume: massOf },
      Ball: { volume: massOf },
      Gift: {
        paper: ({ id }: Id) => ({ __typename: id === '3' ? 'Plain' : 'Golden', id }),
      },
      Plain: { length: massOf },
      Golden: { length: massOf },
    },
  },
  paints: {
    sdl: `type Solid @interfaceObject @key(fields: "id") {
            id: ID! volume(unit: String!): Int! @external
            paint: Int! @requires(fields: "volume(unit: \\"GRAM\\")")
            gloss: Int! @requires(fields: "volume(unit: \\"OUNCE\\")")
          }
          type Gift @key(fields: "id") {
            id: ID! paper: Paper! @external
            tape: Int! @requires(fields: "paper { length(unit: \\"GRAM\\") }")
            bow: Int! @requires(fields: "paper { ... on Plain { length(unit: \\"OUNCE\\") } ... on Golden { length(unit: \\"KILO\\") } }")
          }
          interface Paper { length(unit: String!): Int! }
          type Plain implements Paper @shareable { length(unit: String!): Int! @external }
          type Golden implements Paper @shareable { length(unit: String!): Int! @external }`,
    resolvers: {
      Solid: {
        paint: ({ volume }: { volume: number }) => volume,
        gloss: ({ volume }: { volume: number }) => volume,
      },
      Gift: {
        tape: ({ paper }: { paper: { length: number } }) => paper.length,
        bow: ({ paper }: { paper: { length: number } }) => paper.length,
      },
    },
  },
};

describe.each(['hive', 'apollo'] as const)('of interfaces, planned by %s', (planner) => {
  test('what an interface object requires', async () => {
    const { run } = createFederation(solids, createCompiledExecutor, planner);

    expect(await run('{ solids { __typename gloss paint ... on Ball { g: gloss } } }')).toEqual({
      data: {
        solids: [
          { __typename: 'Cube', gloss: 35, paint: 1_000 },
          { __typename: 'Ball', gloss: 70, paint: 2_000, g: 70 },
        ],
      },
    });
  });

  test('what is required of an interface, and of the types that implement it', async () => {
    const { run } = createFederation(solids, createCompiledExecutor, planner);

    expect(await run('{ gifts { bow tape } }')).toEqual({
      data: {
        gifts: [
          { bow: 105, tape: 3_000 },
          { bow: 4, tape: 4_000 },
        ],
      },
    });
  });
});
