import { jest } from '@jest/globals';
import { createBoundedQueue } from '#platform/live/bounded-queue.ts';
import { createWatch, type Watch } from './watch.ts';

const LOOK_GAP_MS = 50;
const MIN_GAP_MS = 250;
/** Longer than what counts together is waited for. */
const SOON_MS = 10;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Points of subjects, all told of by one channel. A change of less than two is no news. */
function watchedPoints() {
  const points = new Map<string, number>();
  const listeners = new Set<() => void>();
  const faults = { hears: true, reads: true };
  const warnings: string[] = [];
  let looks = 0;
  const watch: Watch<number> = createWatch<number>({
    live: {
      subscribe<Message>(_channel: string, signal?: AbortSignal) {
        if (!faults.hears) return Promise.reject(new Error('away'));
        const queue = createBoundedQueue<Message>(10, () => listeners.delete(hear));
        const hear = () => queue.push('a score' as Message);
        listeners.add(hear);
        signal?.addEventListener('abort', () => queue.end());
        return Promise.resolve(queue);
      },
    },
    log: { warn: (_fields: unknown, text?: string) => void warnings.push(text ?? '') },
    lookGapMs: LOOK_GAP_MS,
    minGapMs: MIN_GAP_MS,
    read(keys) {
      looks += 1;
      if (!faults.reads) return Promise.reject(new Error('away'));
      return Promise.resolve(keys.map((key) => points.get(key)));
    },
    isNews: (state, last) => Math.abs(state - last) > 1,
  });

  return {
    faults,
    warnings,
    looks: () => looks,
    listeners: () => listeners.size,
    follow(key: string) {
      const heard: number[] = [];
      const leaving = new AbortController();
      const states = watch.follow({ key, channel: 'scores' }, leaving.signal);
      const reading = (async () => {
        for await (const state of states) heard.push(state);
      })();
      return {
        heard,
        async leave() {
          leaving.abort();
          await reading;
        },
      };
    },
    /** The latest points of a subject, and that somebody should look. */
    change(key: string, to: number, isTold = true): void {
      points.set(key, to);
      if (isTold) for (const hear of listeners) hear();
    },
    pass: (ms: number) => jest.advanceTimersByTimeAsync(ms),
    [Symbol.dispose]: watch.stop,
  };
}

/** One follower who knows the first state, after a while of quiet. */
async function followed() {
  const watched = watchedPoints();
  watched.change('ada', 100);
  const { heard } = watched.follow('ada');
  await watched.pass(1_000);
  expect(heard).toEqual([100]);
  return { ...watched, heard };
}

test('a change after a while of quiet is heard of nearly at once', async () => {
  using watched = await followed();
  watched.change('ada', 200);
  await watched.pass(SOON_MS);
  expect(watched.heard).toEqual([100, 200]);
});

test('of changes that follow each other the newest is heard, once in so long', async () => {
  using watched = await followed();
  for (let points = 200; points < 250; points += 2) {
    watched.change('ada', points);
    await watched.pass(20);
  }
  // 500 ms: at once, and when the gap is over.
  expect(watched.heard).toHaveLength(3);
  await watched.pass(MIN_GAP_MS + LOOK_GAP_MS);
  expect(watched.heard.at(-1)).toBe(248);
  expect(watched.heard).toHaveLength(4);
});

test('changes that are no news are looked at together, and not told', async () => {
  using watched = await followed();
  const before = watched.looks();
  for (let message = 0; message < 100; message += 1) {
    watched.change('ada', 101);
    await watched.pass(5);
  }
  expect(watched.looks() - before).toBe(500 / LOOK_GAP_MS);
  expect(watched.heard).toEqual([100]);
});

test('who comes while others rest hears the state at once, and the others when they have rested', async () => {
  using watched = await followed();
  watched.change('ada', 200);
  await watched.pass(SOON_MS);
  watched.change('ada', 300, false);
  const newcomer = watched.follow('ada');
  await watched.pass(LOOK_GAP_MS);
  expect([watched.heard, newcomer.heard]).toEqual([[100, 200], [300]]);
  await watched.pass(MIN_GAP_MS);
  expect(watched.heard).toEqual([100, 200, 300]);
});

test('nobody looks when nothing has happened, or when nobody follows', async () => {
  const watched = watchedPoints();
  watched.change('ada', 100);
  const ada = watched.follow('ada');
  await watched.pass(1_000);
  const before = watched.looks();
  await watched.pass(10_000);
  expect(watched.looks()).toBe(before);
  await ada.leave();
  expect(watched.listeners()).toBe(0);
  watched.change('ada', 200);
  await watched.pass(1_000);
  expect(watched.looks()).toBe(before);
});

test('what cannot be heard of is looked for, until it can be heard of again', async () => {
  using watched = watchedPoints();
  watched.faults.hears = false;
  watched.change('ada', 100);
  const { heard } = watched.follow('ada');
  await watched.pass(900);
  watched.change('ada', 200);
  await watched.pass(200);
  expect(heard).toEqual([100, 200]);
  watched.faults.hears = true;
  await watched.pass(1_000);
  watched.change('ada', 300);
  await watched.pass(LOOK_GAP_MS);
  expect(heard).toEqual([100, 200, 300]);
});

test('a change that could not be read is told when it can be, and the fault is said once', async () => {
  using watched = await followed();
  watched.faults.reads = false;
  watched.change('ada', 200);
  await watched.pass(1_000);
  expect(watched.warnings).toEqual(['could not read what is followed']);
  watched.faults.reads = true;
  await watched.pass(LOOK_GAP_MS);
  expect(watched.heard).toEqual([100, 200]);
});
