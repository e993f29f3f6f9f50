import { describe, expect, test } from '@jest/globals';
import { createFederation } from '../testing/federation.ts';

const graph = () =>
  createFederation({
    a: {
      sdl: `type Query { open: Int guarded: Int @authenticated note: Note }
            type Note { text: String secret: String @authenticated }`,
      resolvers: {
        Query: { open: () => 1, guarded: () => 2, note: () => ({ text: 'hello', secret: 'x' }) },
      },
    },
  });

describe('what is denied counts where it is selected', () => {
  test.each([
    ['{ open guarded @include(if: false) }', {}, { open: 1 }],
    ['query ($on: Boolean!) { open guarded @include(if: $on) }', { on: false }, { open: 1 }],
    ['query ($off: Boolean = true) { open guarded @skip(if: $off) }', {}, { open: 1 }],
    [
      'query ($on: Boolean!) { ...Both } fragment Both on Query { open ... @include(if: $on) { guarded } }',
      { on: false },
      { open: 1 },
    ],
    [
      'query ($on: Boolean!) { note { text secret @include(if: $on) } }',
      { on: false },
      { note: { text: 'hello' } },
    ],
    [
      'query ($on: Boolean!) { note @include(if: $on) { secret } open }',
      { on: false },
      { open: 1 },
    ],
  ])('%s', async (query, variables, data) => {
    expect(await graph().run(query, variables)).toEqual({ data });
  });
});

test('a denied root field that is selected refuses the run, before any subgraph is asked', async () => {
  const { run, asked } = graph();

  await expect(
    run('query ($on: Boolean!) { open guarded @include(if: $on) }', { on: true }),
  ).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
  expect(asked).toEqual([]);
});

test('each run of one operation is decided by its own variables', async () => {
  const { run } = graph();
  const query = 'query ($on: Boolean!) { note { text secret @include(if: $on) } }';

  const [off, on, offAgain] = [
    await run(query, { on: false }),
    await run(query, { on: true }),
    await run(query, { on: false }),
  ];

  expect(off).toEqual({ data: { note: { text: 'hello' } } });
  expect(on).toMatchObject({
    data: { note: { text: 'hello', secret: null } },
    errors: [{ path: ['note', 'secret'], extensions: { code: 'UNAUTHENTICATED' } }],
  });
  expect(offAgain).toEqual(off);
});

test('a field that is selected twice, once under a condition, stays denied', async () => {
  const { run, asked } = graph();

  await expect(run('{ guarded @include(if: false) again: guarded }')).rejects.toThrow('sign in');
  expect(asked).toEqual([]);
});
