import { assert, property, string } from 'fast-check';
import { buildSchema, isLeafType } from 'graphql';
import { quote, writeLeaf } from './text-leaf.ts';

const schema = buildSchema(
  'enum Level { LOW HIGH } scalar Json type Query { a: Level b: Json c: ID d: Int e: Float }',
);
const counted = { cost: 0 };

function write(name: string, value: unknown): string | undefined {
  const type = schema.getType(name);
  if (!isLeafType(type)) throw new Error(`expected ${name} to be a leaf`);
  return writeLeaf(type)(value, counted);
}

test('any text is quoted as JSON does it', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      expect(quote(text)).toBe(JSON.stringify(text));
    }),
  );
});

test.each([
  '"',
  '\\',
  '\n',
  '\u0000',
  '\u001F',
  '\u007F',
  '\u2028',
  'é',
  '😀',
  '\uD83D',
  '\uDE00x',
])('%j is quoted as JSON does it', (text) => {
  expect(quote(`a${text}`)).toBe(JSON.stringify(`a${text}`));
});

test.each([
  ['ID', 7, '"7"'],
  ['ID', 'a"b', '"a\\"b"'],
  ['Int', -0, '0'],
  ['Float', 1e21, '1e+21'],
  ['Boolean', false, 'false'],
  ['Level', 'HIGH', '"HIGH"'],
  ['Json', { a: [1, null] }, '{"a":[1,null]}'],
  ['Json', [], '[]'],
])('%s %j', (type, value, text) => {
  expect(write(type, value)).toBe(text);
});

test.each([
  ['ID', 1.5],
  ['ID', {}],
  ['Int', 2 ** 31],
  ['Int', 1.5],
  ['Int', '1'],
  ['Float', Number.NaN],
  ['Float', Number.POSITIVE_INFINITY],
  ['Boolean', 1],
  ['String', 1],
  ['Level', 'NONE'],
  ['Json', null],
  ['Json', undefined],
])('%s gives %p up', (type, value) => {
  expect(write(type, value)).toBeUndefined();
});
