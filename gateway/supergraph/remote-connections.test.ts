import { setImmediate } from 'node:timers/promises';
import type { SubgraphConnection } from '../../platform/subgraph/connection.ts';
import { ANONYMOUS } from '../../platform/identity/viewer.ts';
import { createRemoteConnections } from './remote-connections.ts';

// Modules have no global `jest`.
const clock = (import.meta as unknown as { jest: typeof jest }).jest;
clock.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });

const DRAIN_MS = 1_000;
const request = { query: '{ a }', viewer: ANONYMOUS, requestId: 'r' };

function remote() {
  const closed: string[] = [];
  const opened: string[] = [];
  const connections = createRemoteConnections({
    connect: (name, url): SubgraphConnection => {
      opened.push(url);
      return {
        name,
        execute: () => Promise.resolve({ data: { url } }),
        subscribe: () => Promise.resolve({ data: { url } }),
        close: () => Promise.resolve(void closed.push(url)),
      };
    },
    drainMs: DRAIN_MS,
    onCloseError: (error) => {
      throw error;
    },
  });
  const urlOf = async (name: string) =>
    (await connections.get(name).execute(request)).data?.['url'];
  return { connections, closed, opened, urlOf };
}

async function afterDrain(): Promise<void> {
  clock.advanceTimersByTime(DRAIN_MS);
  await setImmediate();
}

test('a connection held from before leads to where the subgraph is now', async () => {
  const { connections, closed, urlOf } = remote();
  connections.route(new Map([['a', 'one']]));
  const held = connections.get('a');
  expect(await urlOf('a')).toBe('one');

  connections.route(new Map([['a', 'two']]));
  expect((await held.execute(request)).data).toEqual({ url: 'two' });
  expect(closed).toEqual([]);
  await afterDrain();
  expect(closed).toEqual(['one']);
});

test('a supergraph that changes nothing about a subgraph keeps its connection', async () => {
  const { connections, closed, opened, urlOf } = remote();
  connections.route(new Map([['a', 'one']]));
  await urlOf('a');
  connections.route(new Map([['a', 'one']]));
  await urlOf('a');
  await afterDrain();
  expect({ opened, closed }).toEqual({ opened: ['one'], closed: [] });
});

test('a subgraph that is gone still answers requests under way, for a while', async () => {
  const { connections, closed, urlOf } = remote();
  connections.route(new Map([['a', 'one']]));
  await urlOf('a');
  connections.route(new Map());
  expect(await urlOf('a')).toBe('one');

  await afterDrain();
  expect(closed).toEqual(['one']);
  await expect(urlOf('a')).rejects.toThrow('no subgraph a');
});

test('a subgraph that comes back where it was keeps its connection', async () => {
  const { connections, closed, urlOf } = remote();
  connections.route(new Map([['a', 'one']]));
  await urlOf('a');
  connections.route(new Map());
  connections.route(new Map([['a', 'one']]));
  await afterDrain();
  expect(closed).toEqual([]);
  expect(await urlOf('a')).toBe('one');
});

test('closing closes what drains, too, once', async () => {
  const { connections, closed, urlOf } = remote();
  connections.route(new Map([['a', 'one']]));
  await urlOf('a');
  connections.route(new Map([['a', 'two']]));
  await urlOf('a');
  await connections.close();
  await afterDrain();
  expect(closed.toSorted()).toEqual(['one', 'two']);
});
