import type {
  SharedWindowAnswer,
  TakeFromSharedWindow,
} from '../../platform/redis/sliding-window.ts';
import { createCountBehind } from './count-behind.ts';

const LIMIT = 100;

/** A window that several processes count in, and that answers when it is let. */
function sharedWindow() {
  const window = { used: 0, asked: 0 };
  const waiting: (() => void)[] = [];
  const ask: TakeFromSharedWindow = (_key, points, limit, spent = 0) => {
    window.asked += 1;
    const { promise, resolve } = Promise.withResolvers<SharedWindowAnswer>();
    // In the order of asking, as on one connection.
    window.used += spent;
    const isRoom = window.used + points <= limit;
    if (isRoom) window.used += points;
    const answer = { waitMs: isRoom ? 0 : 1_000, used: window.used };
    waiting.push(() => resolve(answer));
    return promise;
  };
  async function answerAll(): Promise<void> {
    while (waiting.length > 0) {
      waiting.shift()?.();
      await Promise.resolve();
      await new Promise(setImmediate);
    }
  }
  return { window, ask, answerAll };
}

test('who is far from the limit waits for nobody, and is counted', async () => {
  const { window, ask, answerAll } = sharedWindow();
  const take = createCountBehind(ask, 10);

  expect([1, 2, 3].map((points) => take('a', points, LIMIT))).toEqual([0, 0, 0]);
  // The first is on its way; the others go together.
  await answerAll();
  expect(window).toEqual({ used: 6, asked: 2 });
});

test('more than a tenth of the limit is not taken before the window has answered', async () => {
  const { window, ask, answerAll } = sharedWindow();
  const take = createCountBehind(ask, 10);
  expect(take('a', 1, LIMIT)).toBe(0);
  expect(take('a', 9, LIMIT)).toBe(0);

  const next = take('a', 1, LIMIT);
  expect(next).toBeInstanceOf(Promise);
  await answerAll();
  expect(await next).toBe(0);
  expect(window.used).toBe(11);
  const many = take('a', 11, LIMIT);
  expect(many).toBeInstanceOf(Promise);
  await answerAll();
  expect(await many).toBe(0);
});

test('one process lets a crowd have exactly what there is', async () => {
  const { window, ask, answerAll } = sharedWindow();
  const take = createCountBehind(ask, 10);
  const waits: Promise<number>[] = [];
  for (let call = 0; call < 300; call += 1) {
    waits.push(Promise.resolve(take('a', 1, LIMIT)));
    if (call % 7 === 0) await answerAll();
  }
  await answerAll();

  const taken = (await Promise.all(waits)).filter((waitMs) => waitMs === 0);
  expect(taken).toHaveLength(LIMIT);
  expect(window.used).toBe(LIMIT);
});

test('several let a caller have a tenth more each at most, and what they let through is counted', async () => {
  const { window, ask, answerAll } = sharedWindow();
  const processes = Array.from({ length: 8 }, () => createCountBehind(ask, 10));
  const waits: Promise<number>[] = [];
  // All at once: nobody has heard of the others.
  for (let call = 0; call < 40; call += 1) {
    for (const take of processes) waits.push(Promise.resolve(take('a', 1, LIMIT)));
  }
  await answerAll();
  for (let call = 0; call < 40; call += 1) {
    for (const take of processes) waits.push(Promise.resolve(take('a', 1, LIMIT)));
    await answerAll();
  }

  const taken = (await Promise.all(waits)).filter((waitMs) => waitMs === 0);
  expect(taken.length).toBeGreaterThanOrEqual(LIMIT);
  expect(taken.length).toBeLessThanOrEqual(LIMIT + processes.length * (LIMIT / 10));
  expect(window.used).toBe(taken.length);
});

test('a caller who is forgotten while being counted is counted all the same', async () => {
  const { window, ask, answerAll } = sharedWindow();
  const take = createCountBehind(ask, 1);
  const calls = [take('a', 2, LIMIT), take('a', 3, LIMIT), take('b', 4, LIMIT)];
  expect(calls).toEqual([0, 0, 0]);
  await answerAll();
  expect(window.used).toBe(9);
});
