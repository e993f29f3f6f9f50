import { createPaced } from './paced.ts';

function clock() {
  let at = 0;
  let due: { at: number; callback: () => void } | undefined;
  return {
    now: () => at,
    setTimer: (callback: () => void, delayMs: number) => {
      due = { at: at + delayMs, callback };
      return 0 as unknown as ReturnType<typeof setTimeout>;
    },
    clearTimer: () => (due = undefined),
    pass: (ms: number) => {
      at += ms;
      if (!due || due.at > at) return;
      const { callback } = due;
      due = undefined;
      callback();
    },
  };
}

test('a thousand changes a second are one refresh in five, and the last change is in one', () => {
  const { pass, ...time } = clock();
  const runs: number[] = [];
  const paced = createPaced({ run: () => runs.push(time.now()), everyMs: 5_000, ...time });
  for (let tick = 0; tick < 12_000; tick += 1) {
    paced.ask();
    pass(1);
  }
  expect(runs).toEqual([5_000, 10_000]);
  pass(10_000);
  expect(runs).toHaveLength(3);
  pass(100_000);
  expect(runs).toHaveLength(3);
  paced.ask();
  pass(0);
  expect(runs).toHaveLength(4);
});

test('nothing runs after the end', () => {
  const { pass, ...time } = clock();
  let runs = 0;
  const paced = createPaced({ run: () => (runs += 1), everyMs: 5_000, ...time });
  paced.ask();
  paced.stop();
  pass(60_000);
  expect(runs).toBe(0);
});
