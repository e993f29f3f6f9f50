import { isVague } from './list-products.ts';

test.each([
  ["'s':*", true],
  ["'st':* | 'st':*", true],
  ["'ste':*", false],
  ["'blue' & 's':*", false],
  ["'s'", false],
])('%s is vague: %s', (search, expected) => {
  expect(isVague(search)).toBe(expected);
});
