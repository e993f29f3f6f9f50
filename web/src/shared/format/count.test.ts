import { countText } from './count.ts';

test('a count is told as it is, and an estimate as one', () => {
  expect(countText({ totalCount: 12_345, isTotalCountExact: true })).toBe('12,345');
  expect(countText({ totalCount: 10_000_000, isTotalCountExact: false })).toBe('about 10,000,000');
});
