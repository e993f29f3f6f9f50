import { countNarrowings, NO_NARROWING, toFilter } from './search-filter.ts';

test('nothing is asked for until there is something to look for', () => {
  expect(toFilter(' a ', NO_NARROWING)).toBeUndefined();
  expect(toFilter(' harbour ', NO_NARROWING)).toEqual({ words: 'harbour' });
  expect(toFilter('', { ...NO_NARROWING, type: 'IMAGE' })).toEqual({ type: 'IMAGE' });
});

test('days are whole, the last one too, where the reader is', () => {
  const days = { ...NO_NARROWING, firstDay: '2026-02-27', lastDay: '2026-02-28' };
  expect(toFilter('', days)).toEqual({
    from: new Date(2026, 1, 27).toISOString(),
    before: new Date(2026, 2, 1).toISOString(),
  });
  expect(countNarrowings(days)).toBe(2);
});
