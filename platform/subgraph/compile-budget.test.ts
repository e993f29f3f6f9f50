import { createCompileBudget } from './compile-budget.ts';

test('what has not taken long enough is not compiled', () => {
  const budget = createCompileBudget({ afterMs: 5 });

  expect(budget.allows(4.9)).toBe(false);
  expect(budget.allows(5)).toBe(true);
});

test('compiling takes no more than its share of the time', () => {
  let now = 0;
  const budget = createCompileBudget({ afterMs: 0, maxShare: 0.1, now: () => now });
  let compiledMs = 0;
  const MS = 3;
  for (; now < 1_000; now += 1) {
    if (!budget.allows(1)) continue;
    budget.spend(() => {
      now += MS;
      compiledMs += MS;
    });
  }

  expect(compiledMs / now).toBeLessThanOrEqual(0.11);
  expect(compiledMs / now).toBeGreaterThan(0.08);
});

test('what fails to compile counts, too', () => {
  let now = 0;
  const budget = createCompileBudget({ afterMs: 0, maxShare: 0.5, now: () => now });

  expect(() =>
    budget.spend(() => {
      now += 10;
      throw new Error('cannot');
    }),
  ).toThrow('cannot');
  expect(budget.allows(1)).toBe(false);
  now += 10;
  expect(budget.allows(1)).toBe(true);
});
