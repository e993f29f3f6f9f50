import { setImmediate } from 'node:timers/promises';
import { silentLog } from '../../platform/telemetry/log.ts';
import { createMetrics } from '../../platform/telemetry/metrics.ts';
import { followSupergraph } from './follow-supergraph.ts';
import type { SupergraphSource } from './supergraph-source.ts';

// Modules have no global `jest`.
const clock = (import.meta as unknown as { jest: typeof jest }).jest;
clock.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance'] });

const POLL_MS = 1_000;
/** Intervals vary by a tenth. */
const LONGER = 1.2;

function follow(read: SupergraphSource['read'], serve: (sdl: string) => Promise<void>) {
  let onChange: (() => void) | undefined;
  let reads = 0;
  const metrics = createMetrics();
  const following = followSupergraph({
    source: {
      name: 'source',
      read: () => {
        reads += 1;
        return read();
      },
      watch(listen) {
        onChange = listen;
        return () => {
          onChange = undefined;
        };
      },
    },
    serve,
    pollMs: POLL_MS,
    log: silentLog,
    metrics,
  });
  return {
    following,
    change: () => onChange?.(),
    pass: async (ms: number) => {
      clock.advanceTimersByTime(ms);
      await setImmediate();
    },
    readsSince: () => {
      const since = reads;
      reads = 0;
      return since;
    },
    outcomes: async (): Promise<Record<string, number>> => {
      const text = await metrics.metrics();
      const found = text.matchAll(/swaps_total\{outcome="(\w+)"\} (\d+)/g);
      return Object.fromEntries(Array.from(found, ([, name, count]) => [name, Number(count)]));
    },
  };
}

test('serves what is new, once, and goes on after one that is refused', async () => {
  const texts = ['good', undefined, 'bad', 'better'];
  const served: string[] = [];
  const { pass, outcomes } = follow(
    () => Promise.resolve(texts.shift()),
    (sdl) => {
      if (sdl === 'bad') return Promise.reject(new Error('no supergraph'));
      served.push(sdl);
      return Promise.resolve();
    },
  );
  for (let poll = 0; poll < 4; poll += 1) await pass(POLL_MS * LONGER);
  expect(served).toEqual(['good', 'better']);
  expect(await outcomes()).toEqual({ served: 2, refused: 1 });
});

test('a source that fails is asked less and less often, but never given up', async () => {
  let isDown = true;
  const { pass, readsSince, outcomes } = follow(
    () => (isDown ? Promise.reject(new Error('down')) : Promise.resolve(undefined)),
    () => Promise.resolve(),
  );
  for (const intervals of [1, 2, 4, 8, 16, 16, 16]) {
    await pass(POLL_MS * intervals * 0.8);
    expect(readsSince()).toBe(0);
    await pass(POLL_MS * intervals * 0.4);
    expect(readsSince()).toBe(1);
  }
  expect(await outcomes()).toEqual({ unread: 7 });

  isDown = false;
  await pass(POLL_MS * 16 * LONGER);
  readsSince();
  await pass(POLL_MS * LONGER);
  expect(readsSince()).toBe(1);
});

test('several changes at once are read together, and a change while it serves is read afterwards', async () => {
  const building = Promise.withResolvers<undefined>();
  const texts = ['one', 'two'];
  const served: string[] = [];
  const { change, pass, readsSince } = follow(
    () => Promise.resolve(texts.shift()),
    async (sdl) => {
      served.push(sdl);
      await building.promise;
    },
  );
  change();
  change();
  await pass(100);
  expect(served).toEqual(['one']);
  change();
  await pass(100);
  expect(readsSince()).toBe(1);

  building.resolve(undefined);
  await setImmediate();
  await pass(100);
  expect(served).toEqual(['one', 'two']);
});

test('nothing is read any more once it has stopped', async () => {
  const { following, change, pass, readsSince } = follow(
    () => Promise.resolve(undefined),
    () => Promise.resolve(),
  );
  await following.stop();
  change();
  await pass(POLL_MS * 5);
  expect(readsSince()).toBe(0);
});
