import { createLocalWindow } from './sliding-window.ts';

const windowMs = 60_000;

function localWindow(maxKeys = 10) {
  let time = 1_000_000_000;
  const take = createLocalWindow({ windowMs, maxKeys, now: () => time });
  return { take, wait: (ms: number) => (time += ms) };
}

test('what is refused is not counted, and the wait that is named is long enough', () => {
  const { take, wait } = localWindow();
  expect(take('a', 2, 3)).toBe(0);
  wait(20_000);
  expect(take('a', 1, 3)).toBe(0);
  const ms = take('a', 1, 3);
  expect(ms).toBeGreaterThan(0);
  expect(take('a', 1, 3)).toBe(ms);
  expect(take('b', 3, 3)).toBe(0);
  wait(ms - 1);
  expect(take('a', 1, 3)).toBe(1);
  wait(1);
  expect(take('a', 1, 3)).toBe(0);
});

test('no window of any beginning has more than the limit: around the end of a minute as well', () => {
  const { take, wait } = localWindow();
  const taken: number[] = [];
  let now = 0;
  for (let step = 0; step < 3_000; step += 1) {
    if (take('a', 1, 10) === 0) taken.push(now);
    const ms = (step * 7_919) % 400;
    wait(ms);
    now += ms;
  }
  for (const start of taken) {
    const within = taken.filter((at) => at >= start && at < start + windowMs);
    expect(within.length).toBeLessThanOrEqual(10);
  }
  // Nearly all that is allowed can be used.
  expect(taken.length).toBeGreaterThan((now / (windowMs + windowMs / 12)) * 10 - 10);
});

test('more points than the limit count as the limit', () => {
  const { take } = localWindow();
  expect(take('a', 50, 10)).toBe(0);
  expect(take('a', 1, 10)).toBeGreaterThan(0);
});

test('keys that were used least lately are forgotten', () => {
  const { take } = localWindow(2);
  for (const key of ['a', 'b', 'a', 'c']) take(key, 1, 2);
  expect(take('a', 1, 2)).toBeGreaterThan(0);
  expect(take('b', 2, 2)).toBe(0);
});
