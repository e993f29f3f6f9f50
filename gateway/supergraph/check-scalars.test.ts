import { buildSchema, getVariableValues, Kind, parse, specifiedRules, validate } from 'graphql';
import { checkKnownScalars, KnownScalarsRule } from './check-scalars.ts';

const SDL = `
  scalar DateTime
  input Filter { from: DateTime any: [DateTime!] }
  type Query { a(at: DateTime): Int list(filter: Filter): Int }
`;

function schemaOf() {
  const schema = buildSchema(SDL);
  checkKnownScalars(schema);
  return schema;
}

const errorsOf = (query: string, schema = schemaOf()) =>
  validate(schema, parse(query), [...specifiedRules, KnownScalarsRule]).map(
    ({ message }) => message,
  );

test('a bad value in a document is refused by the name of its argument or field', () => {
  expect(errorsOf('{ a(at: "yesterday") }')).toEqual([
    'at: expected a DateTime such as "2026-01-31T12:00:00Z", found "yesterday"',
  ]);
  expect(errorsOf('{ list(filter: { from: "x", any: ["2026-01-31T12:00:00Z", true] }) }')).toEqual([
    'from: expected a DateTime such as "2026-01-31T12:00:00Z", found "x"',
    'any: expected a DateTime such as "2026-01-31T12:00:00Z", found true',
  ]);
});

test('good values, nulls and variables pass', () => {
  const query =
    'query ($at: DateTime) { a(at: $at) b: a(at: null) c: a(at: "2026-01-31T12:00:00+01:00") }';
  expect(errorsOf(query)).toEqual([]);
});

test('a bad value in a variable is refused by its place, and a good one stays as it is', () => {
  const [operation] = parse('query ($f: Filter) { list(filter: $f) }').definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('expected an operation');
  const read = (from: string) =>
    getVariableValues(schemaOf(), operation.variableDefinitions ?? [], { f: { from } });
  expect(read('yesterday').errors?.[0]?.message).toContain('at "f.from"');
  expect(read('2026-01-31T12:00:00Z').coerced).toEqual({ f: { from: '2026-01-31T12:00:00Z' } });
});

test('the scalar of somebody else is not ours to judge', () => {
  expect(errorsOf('{ a(at: "yesterday") }', buildSchema(SDL))).toEqual([]);
});
