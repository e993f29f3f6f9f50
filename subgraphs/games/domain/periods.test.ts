import { findPeriod, periodAt, previousPeriod, WINDOWS } from './periods.ts';

const at = (text: string) => new Date(text);

test.each([
  ['DAILY', '2026-03-04T23:59:59.999Z', '2026-03-04', '2026-03-04', '2026-03-05'],
  ['WEEKLY', '2026-03-04T12:00:00Z', '2026-W10', '2026-03-02', '2026-03-09'],
  ['WEEKLY', '2027-01-03T23:00:00Z', '2026-W53', '2026-12-28', '2027-01-04'],
  ['WEEKLY', '2027-01-04T00:00:00Z', '2027-W01', '2027-01-04', '2027-01-11'],
  ['WEEKLY', '2024-12-30T00:00:00Z', '2025-W01', '2024-12-30', '2025-01-06'],
  ['MONTHLY', '2028-02-29T12:00:00Z', '2028-02', '2028-02-01', '2028-03-01'],
  ['MONTHLY', '2026-12-31T12:00:00Z', '2026-12', '2026-12-01', '2027-01-01'],
  ['SEASONAL', '2026-03-31T23:59:59Z', 'S1-2026', '2026-01-01', '2026-04-01'],
  ['SEASONAL', '2026-11-21T00:00:00Z', 'S4-2026', '2026-10-01', '2027-01-01'],
] as const)('%s at %s is %s', (window, instant, name, startsAt, endsAt) => {
  const period = periodAt(window, at(instant));
  expect(period).toEqual({ window, name, startsAt: at(startsAt), endsAt: at(endsAt) });
  expect(findPeriod(window, name)).toEqual(period);
});

test('all time has neither start nor end', () => {
  expect(periodAt('ALL_TIME', at('2026-03-04'))).toEqual(findPeriod('ALL_TIME', 'all'));
});

test('periods of a window follow each other without a gap', () => {
  for (const window of WINDOWS.filter((one) => one !== 'ALL_TIME')) {
    let period = periodAt(window, at('2027-01-05T12:00:00Z'));
    for (let count = 0; count < 60; count++) {
      const previous = previousPeriod(period);
      expect(previous.endsAt).toEqual(period.startsAt);
      expect(findPeriod(window, previous.name)).toEqual(previous);
      period = previous;
    }
  }
});

test.each([
  ['DAILY', '2026-02-30'],
  ['DAILY', '2026-13-01'],
  ['DAILY', 'today'],
  ['WEEKLY', '2025-W53'],
  ['WEEKLY', '2026-W00'],
  ['MONTHLY', '2026-13'],
  ['SEASONAL', 'S5-2026'],
  ['ALL_TIME', '2026'],
] as const)('no %s period is called %s', (window, name) => {
  expect(findPeriod(window, name)).toBeUndefined();
});
