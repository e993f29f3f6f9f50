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

test('begins as many at random moments: in order, none before its time, none after the end', async () => {
  const dueAts: number[] = [];
  const startedAt = performance.now();
  let early = 0;

  await openLoop({ rate: 500, seconds: 0.2, arrivals: 'random' }, (_number, dueAt) => {
    dueAts.push(dueAt);
    if (performance.now() < dueAt) early += 1;
  });

  expect(dueAts).toHaveLength(100);
  expect(dueAts).toEqual(dueAts.toSorted((one, other) => one - other));
  expect(early).toBe(0);
  expect((dueAts[0] ?? 0) - startedAt).toBeGreaterThanOrEqual(0);
  const gaps = new Set(dueAts.slice(1).map((at, index) => Math.round(at - (dueAts[index] ?? 0))));
  expect(gaps.size).toBeGreaterThan(1);
});

test('nothing is due at a rate of nothing', async () => {
  let begun = 0;

  await openLoop({ rate: 0, seconds: 10 }, () => (begun += 1));

  expect(begun).toBe(0);
});
