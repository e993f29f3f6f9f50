import { GraphQLError } from 'graphql';
import { AppError } from '../errors.ts';
import type { Log } from '../telemetry/log.ts';
import { silentLog } from '../telemetry/log.ts';
import { maskError } from './mask-error.ts';

function masked(original: Error) {
  const logged: string[] = [];
  const note = (level: string) => (_: unknown, text: string) => logged.push(`${level}: ${text}`);
  const log = { ...silentLog, error: note('error'), warn: note('warn') } as unknown as Log;
  const path = ['checkout'];
  const error = maskError(
    new GraphQLError('secret', { path, originalError: original }),
    log,
    'r-1',
  );
  return { message: error.message, code: error.extensions['code'], path: error.path, logged };
}

test('what the caller may see passes as it is, and is not logged', () => {
  expect(masked(new AppError('NOT_FOUND', 'there is no such order'))).toEqual({
    message: 'there is no such order',
    code: 'NOT_FOUND',
    path: ['checkout'],
    logged: [],
  });
});

test('what nobody expected is logged, and only its id is told', () => {
  expect(masked(new Error('column "secret" does not exist'))).toEqual({
    message: 'something went wrong on our side',
    code: 'INTERNAL_SERVER_ERROR',
    path: ['checkout'],
    logged: ['error: unexpected error'],
  });
});

test.each([
  Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' }),
  Object.assign(new Error('the database system is shutting down'), { code: '57P03' }),
  new Error('could not place the order', {
    cause: new Error('Connection terminated unexpectedly'),
  }),
])('that a store is away is no fault of ours that nobody understands: %s', (original) => {
  expect(masked(original)).toEqual({
    message: 'this is not available at the moment: try again',
    code: 'UNAVAILABLE',
    path: ['checkout'],
    logged: ['warn: a store is away'],
  });
});
