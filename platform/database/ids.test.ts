import { isId } from './ids.ts';

test.each([
  ['a UUIDv7', '019a9b0c-3f2e-7c4d-8a1b-2c3d4e5f6071', true],
  ['one in upper case', '019A9B0C-3F2E-7C4D-8A1B-2C3D4E5F6071', true],
  ['a part of one', '019a9b0c-3f2e-7c4d', false],
  ['one with something behind it', '019a9b0c-3f2e-7c4d-8a1b-2c3d4e5f6071x', false],
  ['a word', 'mug', false],
  ['nothing', undefined, false],
])('%s', (_what, value, expected) => {
  expect(isId(value)).toBe(expected);
});
