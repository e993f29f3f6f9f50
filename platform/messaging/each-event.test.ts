import { setImmediate as turn } from 'node:timers/promises';
import { events, numberOf } from '../bus/testing/events.ts';
import { eachEvent } from './each-event.ts';

const batch = (count: number, keys: number) =>
  events('things', count, { keys }).map(({ envelope }) => envelope);

test('handles one key in order and different keys at the same time, up to the limit', async () => {
  const seen: Record<string, number[]> = {};
  let running = 0;
  let most = 0;
  const handle = eachEvent(
    async (event) => {
      running += 1;
      most = Math.max(most, running);
      await turn();
      (seen[event.key] ??= []).push(numberOf(event));
      running -= 1;
    },
    { concurrency: 3 },
  );

  await handle(batch(50, 5));

  expect(most).toBe(3);
  expect(Object.keys(seen)).toHaveLength(5);
  for (const numbers of Object.values(seen)) {
    expect(numbers).toHaveLength(10);
    expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
  }
});

test('leaves the rest of a failing key, finishes the other keys, and fails', async () => {
  const seen: number[] = [];
  const handle = eachEvent(
    (event) => {
      if (numberOf(event) === 3) return Promise.reject(new Error('three'));
      seen.push(numberOf(event));
      return Promise.resolve();
    },
    { concurrency: 2 },
  );

  await expect(handle(batch(8, 2))).rejects.toThrow('three');

  expect(new Set(seen)).toEqual(new Set([0, 1, 2, 4, 6]));
});
