import { readSearch } from './order-search.ts';

test('the start of an order id means the ids that begin with it', () => {
  expect(readSearch(' 019A-3c4f ')).toEqual({
    kind: 'ID',
    from: '019a3c4f-0000-0000-0000-000000000000',
    to: '019a3c4f-ffff-ffff-ffff-ffffffffffff',
    end: '019a3c4f',
  });
});

test('eight digits and more may be the end of an id as well, fewer only its start', () => {
  expect(readSearch('b8bd0aa0')).toMatchObject({ kind: 'ID', end: 'b8bd0aa0' });
  expect(readSearch('9B1A3-4049B8BD0AA0')).toMatchObject({ end: '9b1a34049b8bd0aa0' });
  expect(readSearch('8bd0aa0')).not.toHaveProperty('end');
});

test.each(['019a', 'facade', 'café 2', '019a3c4f-0000-0000-0000-0000000000000'])(
  '%s is words',
  (text) => {
    expect(readSearch(text)).toMatchObject({ kind: 'WORDS' });
  },
);

test('words are letters and digits alone, so that no text breaks the query', () => {
  expect(readSearch("Blue & 'Mug' | (9)")).toEqual({ kind: 'WORDS', words: ['blue', 'mug', '9'] });
});

test('nothing to search for is no search', () => {
  expect(readSearch(' & ')).toBeUndefined();
});
