import { getOperationAST, parse } from 'graphql';
import { findExcess, type OperationLimits } from './operation-limits.ts';
import { measureOperation } from './operation-size.ts';

function sizeOf(query: string) {
  const document = parse(query);
  return measureOperation(document, getOperationAST(document)!);
}

const ROOMY: OperationLimits = {
  depth: 10,
  fields: 100,
  rootFields: 10,
  aliases: 10,
  directives: 10,
  repeats: 10,
};

test('counts fields, levels, aliases, directives and what stands beside each other', () => {
  const query = `query @a {
    x: book @skip(if: false) { title { words } title }
    ... @include(if: true) { ...More }
  }
  fragment More on Query { y: book { id } __schema { types { name } } }`;

  expect(sizeOf(query)).toEqual({
    depth: 3,
    fields: 9,
    rootFields: 3,
    aliases: 2,
    directives: 3,
    repeats: 2,
    isIntrospecting: true,
  });
});

test('a fragment counts at every place that spreads it, also when that is more than fits in memory', () => {
  const doubling = Array.from(
    { length: 60 },
    (_, n) => `fragment F${n} on T { a { ...F${n + 1} } b { ...F${n + 1} } }`,
  );
  const { fields, depth } = sizeOf(`{ ...F0 } ${doubling.join(' ')} fragment F60 on T { z }`);

  expect(depth).toBe(61);
  expect(fields).toBeGreaterThan(2 ** 60);
});

test('fragments that spread each other are measured where they end', () => {
  expect(sizeOf('{ ...A } fragment A on T { a { ...B } } fragment B on T { ...A }').depth).toBe(1);
});

test.each([
  ['depth', '{ a { b { c } } }', { depth: 2 }, 'has 3 levels of fields; at most 2'],
  ['aliases', '{ x: a y: a }', { aliases: 1 }, 'has 2 aliases; at most 1'],
  ['rootFields', '{ a b c }', { rootFields: 2 }, 'has 3 root fields; at most 2'],
  ['directives', '{ a @x @y }', { directives: 1 }, 'has 2 directives; at most 1'],
  ['repeats', '{ a { b b b } }', { repeats: 2 }, '3 fields of one name'],
  ['fields', '{ a { b c } d }', { fields: 3 }, 'has 4 fields'],
])('over %s: says so, with the limit and its value', (limit, query, tight, message) => {
  const error = findExcess(sizeOf(query), { ...ROOMY, ...tight });

  expect(error?.message).toContain(message);
  expect(error?.extensions).toMatchObject({ code: 'OPERATION_TOO_LARGE', limit });
  expect(findExcess(sizeOf(query), ROOMY)).toBeUndefined();
});
