import { describeProblem, hasCode } from './errors.ts';

test('a code is found among several errors', () => {
  const errors = [
    { extensions: { code: 'NOT_FOUND' } },
    { extensions: { code: 'UNAUTHENTICATED' } },
  ];
  expect(hasCode(errors, 'UNAUTHENTICATED')).toBe(true);
  expect(hasCode(errors, 'FORBIDDEN')).toBe(false);
  expect(hasCode(undefined, 'FORBIDDEN')).toBe(false);
});

test('an answer with errors tells its own message under a title people know', () => {
  const error = Object.assign(new Error('many'), {
    errors: [{ message: 'Name: 1 to 100 characters.', extensions: { code: 'BAD_USER_INPUT' } }],
  });
  expect(describeProblem(error)).toEqual({
    isUnanswered: false,
    title: 'Please check what you entered',
    detail: 'Name: 1 to 100 characters.',
  });
});

test('a request without an answer may have had its effect', () => {
  expect(describeProblem(new TypeError('Failed to fetch'))).toMatchObject({
    isUnanswered: true,
    detail: 'Check your connection and try again.',
  });
  expect(
    describeProblem(Object.assign(new Error('Bad gateway'), { statusCode: 502 })),
  ).toMatchObject({
    isUnanswered: true,
  });
});

test('a refused request had none', () => {
  expect(describeProblem(Object.assign(new Error('Too many'), { statusCode: 429 }))).toMatchObject({
    isUnanswered: false,
    title: 'One moment, please',
  });
});
