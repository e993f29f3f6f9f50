import { jest } from '@jest/globals';
import { createBoundedQueue } from '#platform/live/bounded-queue.ts';
import { createWatch, type Watch } from './watch.ts';

const LOOK_GAP_MS = 50;
const MIN_GAP_MS = 250;
/** As long as what counts together is waited for, and the millisecond by which timers are inexact. */
const SOON_MS = 11;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Points of subjects, all told of by one channel. A change of less than two is no news. */
function watchedPoints() {
  const points = new Map<string, number>();
  const listeners = new Set<() => void>();
  const faults = { hears: true, reads: true, slowMs: 0 };
  const said: string[] = [];
  /** A line of a log has fields or is all text. */
  const say = (fields: unknown, text = String(fields)) => void said.push(text);
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
    log: { warn: say, info: say },
    now: () => performance.now(),
    lookGapMs: LOOK_GAP_MS,
    minGapMs: MIN_GAP_MS,
    async read(keys) {
      looks += 1;
      const found = keys.map((key) => points.get(key));
      if (faults.slowMs > 0) await new Promise((resolve) => setTimeout(resolve, faults.slowMs));
      if (!faults.reads) throw new Error('away');
      return found;
    },
    isNews: (state, last) => Math.abs(state - last) > 1,
  });

  return {
    faults,
    said,
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

test('of changes that follow each other the newest is heard, as soon as the gap is over', async () => {
  using watched = await followed();
  for (let points = 200; points < 250; points += 2) {
    watched.change('ada', points);
    await watched.pass(20);
  }
  // 500 ms: at once, and once when the gap was over.
  expect(watched.heard).toHaveLength(3);
  await watched.pass(MIN_GAP_MS);
  expect(watched.heard.at(-1)).toBe(248);
  expect(watched.heard).toHaveLength(4);
});

test('who rests is not looked for until the gap is over', async () => {
  using watched = await followed();
  watched.change('ada', 200);
  await watched.pass(SOON_MS);
  const before = watched.looks();
  watched.change('ada', 300);
  await watched.pass(MIN_GAP_MS - 2 * SOON_MS);
  expect(watched.looks()).toBe(before);
  await watched.pass(3 * SOON_MS);
  expect(watched.heard).toEqual([100, 200, 300]);
  expect(watched.looks()).toBe(before + 1);
});

test('changes that are no news are looked at together, and not told', async () => {
  using watched = await followed();
  const before = watched.looks();
  for (let message = 0; message < 100; message += 1) {
    watched.change('ada', 101);
    await watched.pass(5);
  }
  expect(watched.looks() - before).toBeGreaterThan(1);
  expect(watched.looks() - before).toBeLessThanOrEqual(500 / LOOK_GAP_MS);
  expect(watched.heard).toEqual([100]);
});

test('who comes while others rest hears the state at once, and the others when they have rested', async () => {
  using watched = await followed();
  watched.change('ada', 200);
  await watched.pass(SOON_MS);
  watched.change('ada', 300, false);
  const newcomer = watched.follow('ada');
  await watched.pass(LOOK_GAP_MS + SOON_MS);
  expect([watched.heard, newcomer.heard]).toEqual([[100, 200], [300]]);
  await watched.pass(2 * MIN_GAP_MS);
  expect([watched.heard, newcomer.heard]).toEqual([[100, 200, 300], [300]]);
});

test('what is news to one follower may be none to another', async () => {
  using watched = await followed();
  watched.change('ada', 101);
  const newcomer = watched.follow('ada');
  await watched.pass(1_000);
  expect([watched.heard, newcomer.heard]).toEqual([[100], [101]]);
  watched.change('ada', 102);
  await watched.pass(1_000);
  expect([watched.heard, newcomer.heard]).toEqual([[100, 102], [101]]);
});

test('a look that takes long is followed by a rest as long as any', async () => {
  using watched = await followed();
  watched.faults.slowMs = 300;
  const before = watched.looks();
  for (let message = 0; message < 200; message += 1) {
    watched.change('ada', 101);
    await watched.pass(5);
  }
  expect(watched.looks() - before).toBeLessThanOrEqual(1 + 1_000 / (300 + LOOK_GAP_MS));
  await watched.pass(1_000);
});

test('who comes while a state is read hears one that is as new as the coming', async () => {
  using watched = await followed();
  watched.faults.slowMs = 300;
  watched.change('ada', 200);
  await watched.pass(2 * SOON_MS);
  const newcomer = watched.follow('ada');
  watched.change('ada', 300);
  await watched.pass(2_000);
  expect([watched.heard, newcomer.heard]).toEqual([[100, 200, 300], [300]]);
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

test('where nobody can subscribe changes are looked for, until somebody can', async () => {
  using watched = watchedPoints();
  watched.faults.hears = false;
  watched.change('ada', 100);
  const { heard } = watched.follow('ada');
  await watched.pass(2_900);
  watched.change('ada', 200);
  await watched.pass(200);
  expect(heard).toEqual([100, 200]);
  expect(watched.said).toEqual(['cannot subscribe to changes: looks for them instead']);
  watched.faults.hears = true;
  await watched.pass(1_000);
  watched.change('ada', 300);
  await watched.pass(LOOK_GAP_MS + SOON_MS);
  expect(heard).toEqual([100, 200, 300]);
  expect(watched.said.slice(1)).toEqual(['changes are told again']);
});

test('who leaves while nobody can subscribe leaves nothing behind', async () => {
  using watched = watchedPoints();
  watched.faults.hears = false;
  const ada = watched.follow('ada');
  await watched.pass(500);
  await ada.leave();
  await watched.pass(2_000);
  expect(jest.getTimerCount()).toBe(0);
});

test('a change that could not be read is told when it can be, and the fault is said once', async () => {
  using watched = await followed();
  watched.faults.reads = false;
  watched.change('ada', 200);
  await watched.pass(1_000);
  expect(watched.said).toEqual(['cannot read what is followed: tries again']);
  watched.faults.reads = true;
  await watched.pass(LOOK_GAP_MS + SOON_MS);
  expect(watched.heard).toEqual([100, 200]);
  expect(watched.said.slice(1)).toEqual(['what is followed can be read again']);
});
