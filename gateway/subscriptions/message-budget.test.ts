import { createMessageBudget } from './message-budget.ts';

const taken = (count: number, stepMs: number): number[] => {
  const budget = createMessageBudget(50);
  return Array.from({ length: count }, (_, index) => budget.take(1_000 + index * stepMs));
};

test('a burst is read at once, and what is more waits until it would have come at an even pace', () => {
  const waits = taken(102, 0);
  expect(waits.slice(0, 100).every((wait) => wait === 0)).toBe(true);
  expect(waits.slice(100)).toEqual([20, 40]);
});

test('an even pace is read for ever', () => {
  expect(Math.max(...taken(5_000, 20))).toBe(0);
});

test('nobody waits longer than ten seconds', () => {
  expect(Math.max(...taken(5_000, 0))).toBe(10_000);
});
