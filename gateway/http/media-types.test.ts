import { isJsonBody, negotiate } from './media-types.ts';

const NEW = 'application/graphql-response+json';
const OLD = 'application/json';

test.each([
  [undefined, OLD],
  ['*/*', OLD],
  [NEW, NEW],
  [`${NEW}, ${OLD};q=0.9`, NEW],
  [`${OLD};q=0.5, ${NEW};q=0.8`, NEW],
  [`${NEW};q=0.1, ${OLD}`, OLD],
  [`${NEW};q=0, */*`, OLD],
  ['APPLICATION/GRAPHQL-RESPONSE+JSON; charset=utf-8', NEW],
  ['text/html', undefined],
  ['text/html, */*;q=0.1', OLD],
])('accept %s is answered with %s', (accept, type) => {
  expect(negotiate(accept)).toBe(type);
});

test.each([
  ['application/json', true],
  ['Application/JSON; charset=UTF-8', true],
  ['application/json; charset="utf-8"', true],
  ['application/json; charset=latin1', false],
  ['application/jsonp', false],
  [undefined, false],
])('a body of %s is JSON: %s', (type, isJson) => {
  expect(isJsonBody(type)).toBe(isJson);
});
