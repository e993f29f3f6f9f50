import { ALL_ORDERS, showsEverything, toAdminFilter } from './admin-orders-search.ts';

test('all conditions add up, totals in cents and days in full', () => {
  const filter = toAdminFilter({
    text: ' mug ',
    statuses: ['PENDING', 'SHIPPED'],
    from: '2026-03-01',
    to: '2026-03-01',
    minTotal: '10',
    maxTotal: '99.50',
  });
  expect(filter).toMatchObject({
    search: 'mug',
    statuses: ['PENDING', 'SHIPPED'],
    minTotalCents: 1000,
    maxTotalCents: 9950,
  });
  expect(Date.parse(filter.placedBefore ?? '') - Date.parse(filter.placedFrom ?? '')).toBe(
    86_400_000,
  );
});

test('new orders go on top of the unfiltered list only', () => {
  expect(showsEverything(ALL_ORDERS)).toBe(true);
  expect(showsEverything({ ...ALL_ORDERS, minTotal: 'abc', text: ' ' })).toBe(true);
  expect(showsEverything({ ...ALL_ORDERS, maxTotal: '5' })).toBe(false);
});
