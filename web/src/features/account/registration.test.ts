import { validateRegistration } from './registration.ts';

const ada = { name: 'Ada', email: 'ada@plaza.example', password: 'engine-no-1' };

test('a complete registration has no errors', () => {
  expect(validateRegistration(ada)).toEqual({});
});

test.each([
  [{ name: ' ' }, { name: 'Enter your name' }],
  [{ name: 'x'.repeat(101) }, { name: '100 characters at most' }],
  [{ email: 'ada' }, { email: 'Enter an address such as ada@plaza.example' }],
  [{ email: 'a da@plaza' }, { email: 'Enter an address such as ada@plaza.example' }],
  [{ password: 'short' }, { password: 'At least 8 characters' }],
  [{ password: 'x'.repeat(129) }, { password: '128 characters at most' }],
])('%j is refused', (change, errors) => {
  expect(validateRegistration({ ...ada, ...change })).toEqual(errors);
});
