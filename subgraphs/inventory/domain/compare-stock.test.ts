import { compareStock } from './compare-stock.ts';

const now = new Date('2026-03-01T12:00:00.000Z');
const longAgo = new Date('2026-03-01T11:59:00.000Z');
const clock = { now, graceMs: 5_000 };
const truth = { available: 7, version: 4, updatedAt: longAgo };

test.each([
  ['equal', { available: 7, version: 4 }, longAgo],
  ['differs', { available: 8, version: 4 }, longAgo],
  ['ahead', { available: 7, version: 5 }, longAgo],
  ['behind', { available: 9, version: 3 }, longAgo],
  ['catching-up', { available: 9, version: 3 }, now],
])('%s', (state, copy, updatedAt) => {
  expect(compareStock({ ...truth, updatedAt }, copy, clock)).toBe(state);
});
