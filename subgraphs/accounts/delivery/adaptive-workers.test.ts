import { createAdaptiveWorkers } from './adaptive-workers.ts';

/** Workers of a replica, asked once a second, with what waits at each look. */
function replica(looks: (number | Error)[]) {
  const times = { now: 0, looked: 0 };
  const workers = createAdaptiveWorkers(
    () => {
      const waiting = looks[times.looked++] ?? 0;
      return waiting instanceof Error ? Promise.reject(waiting) : Promise.resolve(waiting);
    },
    () => times.now,
  );
  return {
    times,
    /** Asks, and lets the look answer. */
    askAfter: async (ms: number): Promise<number> => {
      times.now += ms;
      workers();
      await new Promise(setImmediate);
      return workers();
    },
  };
}

test('more while more than 1,000 wait, step by step, and fewer when hardly any do', async () => {
  const { askAfter } = replica([5_000, 5_000, 500, 50, 0, 0]);
  const numbers: number[] = [];
  for (let second = 0; second < 6; second++) numbers.push(await askAfter(1_000));

  expect(numbers).toEqual([20, 30, 30, 20, 10, 10]);
});

test('it looks once a second, however often it is asked', async () => {
  const { askAfter, times } = replica([5_000, 5_000]);
  for (let ask = 0; ask < 10; ask++) await askAfter(100);

  expect(times.looked).toBe(1);
});

test('who does not know how many wait stays as they are', async () => {
  const { askAfter } = replica([5_000, new Error('Kafka is away'), 5_000]);

  expect(await askAfter(1_000)).toBe(20);
  expect(await askAfter(1_000)).toBe(20);
  expect(await askAfter(1_000)).toBe(30);
});
