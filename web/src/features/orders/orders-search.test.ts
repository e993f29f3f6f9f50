import { readOrdersSearch, toOrderFilter, writeOrdersSearch } from './orders-search.ts';

const narrow = { text: 'mug', status: 'SHIPPED', from: '2026-03-01', to: '2026-03-02' } as const;
const nothing = { text: '', status: '', from: '', to: '' } as const;

test('a search survives the address', () => {
  const address = writeOrdersSearch(narrow).toString();
  expect(readOrdersSearch(new URLSearchParams(address))).toEqual(narrow);
  expect(writeOrdersSearch(nothing).toString()).toBe('');
});

test('what is no status and no day in the address is ignored', () => {
  const address = new URLSearchParams('status=LOST&from=yesterday&to=2026-13-40');
  expect(readOrdersSearch(address)).toEqual(nothing);
});

test('the last day counts in full', () => {
  const { placedFrom, placedBefore } = toOrderFilter(narrow);
  const days = (Date.parse(placedBefore ?? '') - Date.parse(placedFrom ?? '')) / 86_400_000;
  expect(days).toBe(2);
});

test('empty fields do not narrow the list', () => {
  expect(toOrderFilter({ ...nothing, text: '  ' })).toEqual({});
});
