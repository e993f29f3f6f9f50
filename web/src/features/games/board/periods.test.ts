import type { LeaderboardWindow } from '#schema/operations/generated/graphql.ts';
import { findPastPeriod, neighbourOf, recentPeriods } from './periods.ts';

const NOW = new Date('2026-11-21T09:00:00Z');
const WINDOWS = ['DAILY', 'WEEKLY', 'MONTHLY', 'SEASONAL'] as const;

test.each([
  ['DAILY', 31, '2026-11-21', '2026-11-20', 'Fri, 20 Nov 2026'],
  ['WEEKLY', 26, '2026-W47', '2026-W46', 'Week from 9 Nov 2026'],
  ['MONTHLY', 24, '2026-11', '2026-10', 'October 2026'],
  ['SEASONAL', 8, 'S4-2026', 'S3-2026', 'Season 3, 2026'],
] as const)('%s lists %i periods', (window, count, current, before, label) => {
  const listed = recentPeriods(window, NOW);
  expect(listed).toHaveLength(count);
  expect(listed[0]?.name).toBe(current);
  expect(listed[1]).toEqual({ name: before, label });
});

test('all time has no periods', () => {
  expect(recentPeriods('ALL_TIME', NOW)).toEqual([]);
});

test.each(WINDOWS)('steps through %s meet every period, back and forth', (window) => {
  let name: string | undefined;
  const names: string[] = [];
  for (let step = 0; step < 400; step += 1) {
    name = neighbourOf(window, name, 'before', NOW);
    if (name === undefined) throw new Error('there is always a period before');
    names.push(name);
  }
  expect(new Set(names).size).toBe(400);
  for (const expected of names.toReversed().slice(1)) {
    name = neighbourOf(window, name, 'after', NOW);
    expect(name).toBe(expected);
  }
  // The next is the current one, which has no name in the address.
  expect(neighbourOf(window, name, 'after', NOW)).toBeUndefined();
});

test('a week is of the year that its Thursday is in', () => {
  const after = new Date('2027-01-20T00:00:00Z');
  expect(findPastPeriod('WEEKLY', '2026-W53', after)?.label).toBe('Week from 28 Dec 2026');
  expect(findPastPeriod('WEEKLY', '2027-W01', after)?.label).toBe('Week from 4 Jan 2027');
  expect(findPastPeriod('WEEKLY', '2025-W53', after)).toBeUndefined();
});

const NONE: [LeaderboardWindow, string][] = [
  ['DAILY', '2026-02-31'],
  ['DAILY', '2026-11'],
  ['DAILY', 'yesterday'],
  ['WEEKLY', '2026-W60'],
  ['WEEKLY', '2026-10'],
  ['MONTHLY', '2026-13'],
  ['SEASONAL', 'S5-2025'],
  ['SEASONAL', 'S1-99999999'],
  ['ALL_TIME', 'all'],
  // Runs, or is to come.
  ['DAILY', '2026-11-21'],
  ['SEASONAL', 'S4-2026'],
  ['MONTHLY', '2027-01'],
];

test.each(NONE)('%s has no past period called %s', (window, name) => {
  expect(findPastPeriod(window, name, NOW)).toBeUndefined();
});
