import { countFilters, EVERYTHING, readSearch, toVariables, writeSearch } from './shop-search.ts';

const narrow = {
  text: 'blue mug & tea',
  category: 'coffee-and-tea',
  minPrice: '5',
  maxPrice: '19.99',
  isInStock: true,
  sort: 'PRICE_ASC',
} as const;

test('a search survives the address', () => {
  const address = writeSearch(narrow).toString();
  expect(readSearch(new URLSearchParams(address))).toEqual(narrow);
});

test('showing everything leaves the address empty', () => {
  expect(writeSearch(EVERYTHING).toString()).toBe('');
  expect(readSearch(new URLSearchParams())).toEqual(EVERYTHING);
});

test('an order that does not exist is ignored', () => {
  expect(readSearch(new URLSearchParams('sort=toString')).sort).toBe('RELEVANCE');
});

test('the graph is asked for what narrows the list, prices in cents', () => {
  expect(toVariables(narrow)).toEqual({
    search: 'blue mug & tea',
    filter: {
      categories: ['coffee-and-tea'],
      minPriceCents: 500,
      maxPriceCents: 1999,
      inStock: true,
    },
    sort: 'PRICE_ASC',
  });
  expect(toVariables(EVERYTHING)).toEqual({ search: null, filter: {}, sort: 'RELEVANCE' });
});

test('a bound that is no price does not narrow', () => {
  expect(toVariables({ ...EVERYTHING, minPrice: 'cheap' }).filter).toEqual({});
});

test('filters are counted, a price range as one', () => {
  expect(countFilters(narrow)).toBe(3);
  expect(countFilters({ ...EVERYTHING, text: 'mug', maxPrice: '5' })).toBe(1);
});
