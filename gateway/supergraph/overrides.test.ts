import { parse } from 'graphql';
import { ANONYMOUS } from '../../platform/identity/viewer.ts';
import { silentLog } from '../../platform/telemetry/log.ts';
import { createCompiledExecutor } from '../execution/compiled/compiled-executor.ts';
import { createPrepareOperation, type PrepareOptions } from '../execution/prepare-operation.ts';
import { createFederation } from '../testing/federation.ts';
import { createChooseOverrides, isActive, readOverrideLabels } from './overrides.ts';

const moving = (planner: 'hive' | 'apollo') =>
  createFederation(
    {
      old: {
        sdl: `type Query { cup: Cup } type Cup @key(fields: "id") { id: ID! price: Int! size: Int! colour: Int! }`,
        resolvers: { Query: { cup: () => ({ id: '1', price: 1, size: 1, colour: 1 }) } },
      },
      next: {
        sdl: `type Cup @key(fields: "id") {
                id: ID!
                price: Int! @override(from: "old", label: "percent(25)")
                size: Int! @override(from: "old", label: "percent(60.5)")
                colour: Int! @override(from: "old", label: "blue")
              }`,
        resolvers: { Cup: { price: () => 2, size: () => 2, colour: () => 2 } },
      },
    },
    createCompiledExecutor,
    planner,
  );

describe.each(['hive', 'apollo'] as const)('with the planner %s', (planner) => {
  const ask = async (options: PrepareOptions) => {
    const { supergraph, connect } = moving(planner);
    const prepare = createPrepareOperation(supergraph, options);
    const operation = await prepare(parse('{ cup { price size colour } }'), null, ANONYMOUS);
    const executor = createCompiledExecutor({ connect, log: silentLog });
    const request = { viewer: ANONYMOUS, variables: {}, requestId: 'r' };
    const { data } = await executor.execute(operation, request);
    return JSON.parse(JSON.stringify(data)) as unknown;
  };

  test.each([
    [0, { price: 2, size: 2, colour: 1 }],
    [0.249, { price: 2, size: 2, colour: 1 }],
    [0.25, { price: 1, size: 2, colour: 1 }],
    [0.604, { price: 1, size: 2, colour: 1 }],
    [0.605, { price: 1, size: 1, colour: 1 }],
    [0.999, { price: 1, size: 1, colour: 1 }],
  ])('a draw of %d decides which percentages hold', async (drawn, cup) => {
    expect(await ask({ random: () => drawn })).toEqual({ cup });
  });

  test('a label holds where the gateway is told so', async () => {
    expect(await ask({ random: () => 0.999, overrideLabels: ['blue', 'unknown'] })).toEqual({
      cup: { price: 1, size: 1, colour: 2 },
    });
  });
});

test('there are as many kinds of plans as steps, and one', async () => {
  const { supergraph } = moving('hive');
  const draws = Array.from({ length: 1_000 }, (_, index) => index / 1_000);
  const plans: boolean[] = [];
  const prepare = createPrepareOperation(supergraph, {
    random: () => draws.pop() ?? 0,
    onPlan: (isHit) => plans.push(isHit),
  });
  const document = parse('{ cup { price } }');
  while (draws.length > 0) await prepare(document, null, ANONYMOUS);
  expect(plans.filter((isHit) => !isHit)).toHaveLength(3);
});

test('a supergraph without such labels has nothing to choose', () => {
  const choose = createChooseOverrides('type Query { a: Int }', ['blue'], () => {
    throw new Error('expected no draw');
  });
  expect(choose()).toEqual({ labels: [], percentage: 100 });
});

test('labels are those of the supergraph, and percentages hold below their number', () => {
  expect(readOverrideLabels(moving('hive').supergraph.sdl).toSorted()).toEqual([
    'blue',
    'percent(25)',
    'percent(60.5)',
  ]);
  expect(isActive('percent(25)', { labels: ['percent(25)'], percentage: 25 })).toBe(false);
  expect(isActive('percent(25)', { labels: [], percentage: 24.9 })).toBe(true);
});
