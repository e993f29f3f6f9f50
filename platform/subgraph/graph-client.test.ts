import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ExecutionResult } from 'graphql';
import type { SubgraphConnection, SubgraphRequest } from './connection.ts';
import { createBatchedCall, createGraphClient } from './graph-client.ts';

const TIMEOUT_MS = 20;
const OPEN_MS = 200;
/** As `createGuard` has it when nobody says otherwise. */
const FAILURES_THAT_OPEN = 10;

/** A subgraph that answers as the test says, and counts. */
function client(answer: (request: SubgraphRequest) => Promise<ExecutionResult>) {
  const asked: SubgraphRequest[] = [];
  const connection: SubgraphConnection = {
    name: 'stock',
    execute: (request) => (asked.push(request), answer(request)),
    subscribe: () => Promise.reject(new Error('not here')),
    close: () => Promise.resolve(),
  };
  const graph = createGraphClient({
    service: 'orders',
    connect: () => connection,
    newId: () => 'r1',
    timeoutMs: TIMEOUT_MS,
    openMs: OPEN_MS,
  });
  return { asked, ask: () => graph.request<{ n: number }>('stock', '{ n }', { a: 1 }) };
}

test('asks as a service, and returns the data', async () => {
  const { ask, asked } = client(() => Promise.resolve({ data: { n: 1 } }));

  expect(await ask()).toEqual({ n: 1 });
  expect(asked).toMatchObject([
    { query: '{ n }', variables: { a: 1 }, viewer: { kind: 'service', name: 'orders' } },
  ]);
});

test('an error of the answer is told with who gave it', async () => {
  const errors = [{ message: 'no such product' }] as unknown as ExecutionResult['errors'];
  const { ask } = client(() => Promise.resolve({ errors: errors ?? [] }));

  await expect(ask()).rejects.toThrow('stock answered: no such product');
});

test('who does not answer in time is unavailable, and is told to stop', async () => {
  const { ask, asked } = client(() => new Promise(() => undefined));

  await expect(ask()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  expect(asked[0]?.signal?.aborted).toBe(true);
});

test('after failures in a row it is not asked for a while, then tried once, and works again', async () => {
  let isUp = false;
  const { ask, asked } = client(() =>
    isUp ? Promise.resolve({ data: { n: 1 } }) : Promise.reject(new Error('refused')),
  );
  for (let failure = 0; failure < FAILURES_THAT_OPEN; failure += 1) {
    await expect(ask()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  }
  isUp = true;

  await expect(ask()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  expect(asked).toHaveLength(FAILURES_THAT_OPEN);
  let answer: unknown;
  while (answer === undefined) {
    answer = await ask().catch(() => undefined);
    await nextTurn();
  }
  expect(asked).toHaveLength(FAILURES_THAT_OPEN + 1);
  expect(await ask()).toEqual({ n: 1 });
});

test('calls of one turn travel together, up to a bound, each with its own outcome', async () => {
  const batches: (readonly number[])[] = [];
  const double = createBatchedCall<number, number>(3, (items) => {
    batches.push(items);
    return Promise.resolve(items.map((item) => item * 2));
  });

  const first = Promise.all([1, 1, 2, 3].map(double));
  await nextTurn();
  const later = double(4);

  expect(await first).toEqual([2, 2, 4, 6]);
  expect(await later).toBe(8);
  expect(batches).toEqual([[1, 1, 2], [3], [4]]);
});
