import { createPage, readPageRequest } from './page.ts';

const letters = ['a', 'b', 'c'];
const page = (first: number, entries = letters) =>
  createPage(entries, { first, after: undefined }, 'name', (letter) => [letter]);

test('one entry more than asked for tells that there is a next page', () => {
  expect(page(2).edges.map(({ node }) => node)).toEqual(['a', 'b']);
  expect(page(2).pageInfo.hasNextPage).toBe(true);
  expect(page(3).pageInfo.hasNextPage).toBe(false);
});

test('a cursor leads to the position it came from', () => {
  const after = page(2).pageInfo.endCursor;

  expect(readPageRequest({ first: 2, after }, 'name')).toEqual({ first: 2, after: ['b'] });
});

test('refuses a cursor of another order, one that is made up, and a page that is too large', () => {
  const after = page(2).pageInfo.endCursor;

  expect(() => readPageRequest({ after }, 'price')).toThrow('after must be');
  expect(() => readPageRequest({ after: 'xyz' }, 'name')).toThrow('after must be');
  expect(() => readPageRequest({ first: 101 }, 'name')).toThrow('from 1 to 100');
});

test('an empty page has no cursors', () => {
  expect(page(2, []).pageInfo).toMatchObject({ startCursor: null, endCursor: null });
});
