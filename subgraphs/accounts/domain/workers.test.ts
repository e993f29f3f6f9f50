import { nextWorkers } from './workers.ts';

test('grows while more than 1,000 wait, to 50 at most', () => {
  expect([10, 40, 50].map((workers) => nextWorkers(workers, 1_001))).toEqual([20, 50, 50]);
});

test('shrinks when fewer than 100 wait, to 10 at least', () => {
  expect([50, 15, 10].map((workers) => nextWorkers(workers, 99))).toEqual([40, 10, 10]);
});

test('stays as it is in between', () => {
  expect([100, 1_000].map((waiting) => nextWorkers(30, waiting))).toEqual([30, 30]);
});
