import { isStoreUnavailable } from './store-unavailable.ts';

const withCode = (code: string) => Object.assign(new Error('failed'), { code });
const named = (name: string) => Object.assign(new Error('failed'), { name });

test.each([
  ['a refused connection', withCode('ECONNREFUSED')],
  ['a database that shuts down', withCode('57P01')],
  ['a database that starts', withCode('57P03')],
  ['too many connections', withCode('53300')],
  ['a connection that ended', new Error('Connection terminated unexpectedly')],
  [
    'a connection that ended before',
    new Error('Client has encountered a connection error and is not queryable'),
  ],
  ['a Redis that loads its data', new Error('LOADING Redis is loading the dataset in memory')],
  ['a Redis that does not come back', named('MaxRetriesPerRequestError')],
  ['a cause', new Error('cannot save', { cause: withCode('ECONNRESET') })],
  ['several addresses refused', new AggregateError([withCode('ECONNREFUSED')])],
])('waits for %s', (_, error) => {
  expect(isStoreUnavailable(error)).toBe(true);
});

test.each([
  ['a constraint', withCode('23505')],
  ['a deadlock', withCode('40P01')],
  ['a statement that takes too long', withCode('57014')],
  ['a mistake in the code', new TypeError('undefined is not a function')],
  ['a thrown text', 'ECONNREFUSED'],
])('does not wait for %s', (_, error) => {
  expect(isStoreUnavailable(error)).toBe(false);
});

test('ends on a cause that causes itself', () => {
  const error = new Error('round');
  error.cause = error;
  expect(isStoreUnavailable(error)).toBe(false);
});
