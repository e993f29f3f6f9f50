import { openLoop } from './open-loop.ts';

test('begins as many as are due, in order, none before its time', async () => {
  const begun: number[] = [];
  const early: number[] = [];

  await openLoop({ rate: 500, seconds: 0.2 }, (number, dueAt) => {
    begun.push(number);
    if (performance.now() < dueAt) early.push(number);
  });

  expect(begun).toEqual(Array.from({ length: 100 }, (_, number) => number));
  expect(early).toEqual([]);
});

test('nothing is due at a rate of nothing', async () => {
  let begun = 0;

  await openLoop({ rate: 0, seconds: 10 }, () => (begun += 1));

  expect(begun).toBe(0);
});
