import { hasOperators, MAX_SEARCH_WORDS, searchWordsOf, wordsOf } from './search-words.ts';

test('words have no signs and no case, and come once', () => {
  expect(wordsOf("Nordvik's COFFEE-grinder, coffee & Öl 2.0")).toEqual([
    'nordvik',
    's',
    'coffee',
    'grinder',
    'öl',
    '2',
    '0',
  ]);
});

test('the last word may be unfinished', () => {
  expect(searchWordsOf('steel coffee gri')).toEqual({ whole: ['steel', 'coffee'], last: 'gri' });
  expect(searchWordsOf(' !! ')).toEqual({ whole: [], last: undefined });
});

test('reads no more words than its bound', () => {
  const long = Array.from({ length: 50 }, (_, index) => `word${index}`).join(' ');

  expect(searchWordsOf(long).whole).toHaveLength(MAX_SEARCH_WORDS - 1);
});

test.each([
  ['"coffee grinder"', true],
  ['coffee -steel', true],
  ['mug OR cup', true],
  ['kit-0012 for oriental tea', false],
])('%s has operators: %s', (search, expected) => {
  expect(hasOperators(search)).toBe(expected);
});
