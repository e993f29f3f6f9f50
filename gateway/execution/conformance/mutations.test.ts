import { createFederation } from '../../testing/federation.ts';

function graph() {
  const log: string[] = [];
  const sleepy = async (entry: string) => {
    log.push(`${entry} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    log.push(`${entry} ends`);
    return { id: entry };
  };
  const federation = createFederation({
    a: {
      sdl: `type Query { x: Int } type Mutation { a(n: Int!): Thing } type Thing @key(fields: "id") { id: ID! }`,
      resolvers: { Mutation: { a: (_: unknown, { n }: { n: number }) => sleepy(`a${n}`) } },
    },
    b: {
      sdl: `type Mutation { b(n: Int!): Thing } type Thing @key(fields: "id") { id: ID! seen: Int! }`,
      resolvers: {
        Mutation: { b: (_: unknown, { n }: { n: number }) => sleepy(`b${n}`) },
        Thing: { seen: () => log.filter((entry) => entry.endsWith('ends')).length },
      },
    },
  });
  return { ...federation, log };
}

test('mutations run one after the other, in the order in which they are written', async () => {
  const { run, log } = graph();

  expect(
    await run(
      'mutation { one: a(n: 1) { id } b(n: 2) { id } three: a(n: 3) { id } four: a(n: 4) { id } }',
    ),
  ).toEqual({
    data: { one: { id: 'a1' }, b: { id: 'b2' }, three: { id: 'a3' }, four: { id: 'a4' } },
  });
  expect(log.map((entry) => entry.split(' ')[0])).toEqual([
    'a1',
    'a1',
    'b2',
    'b2',
    'a3',
    'a3',
    'a4',
    'a4',
  ]);
});

test('two mutations that are written alike are both done, and what they return is read anew', async () => {
  const { run } = graph();

  const { data } = await run(
    'mutation { one: a(n: 1) { id seen } b(n: 2) { id } two: a(n: 1) { id seen } }',
  );

  expect(data).toEqual({
    one: { id: 'a1', seen: expect.any(Number) },
    b: { id: 'b2' },
    two: { id: 'a1', seen: 3 },
  });
});
