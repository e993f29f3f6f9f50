import { buildSchema, Kind, parse } from 'graphql';
import { createTinyGraph } from '../testing/tiny-graph.ts';
import { tinyDocuments } from '../testing/tiny-documents.ts';
import { checkRegistration } from './check-registration.ts';

const { supergraph: tiny } = createTinyGraph();
const documents = tinyDocuments(tiny);
const registry = buildSchema(`
  input RegisterOperationsInput { texts: [String!]! }
  type Mutation { registerOperations(input: RegisterOperationsInput!): Int other(texts: [String!]): Int }
  type Query { a: Int }
`);

function readOperation(text: string) {
  const document = parse(text);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('expected an operation');
  return { document, operation };
}

function check(texts: readonly string[]): void {
  const operation = readOperation(
    'mutation ($input: RegisterOperationsInput!) { again: registerOperations(input: $input) }',
  );
  checkRegistration({ ...tiny, apiSchema: registry }, documents, operation, { input: { texts } });
}

test('what fits the schema may be registered', () => {
  const texts = ['{ book(id: 1) { title } }', 'query A { viewerKind } query B { viewerKind }'];
  expect(() => check(texts)).not.toThrow();
});

test('each text that could not run is named, with what is wrong with it', () => {
  expect(() => check(['{ viewerKind }', '{ nothing }', '{ book(id: 1) { '])).toThrow(
    /^input\.texts\[1\] cannot run here: Cannot query field "nothing".*; input\.texts\[2\] cannot run here: Syntax Error/,
  );
});

test('a text over the limits of operations is one that could not run', () => {
  const wide = `{ ${Array.from({ length: 12 }, (_, index) => `a${index}: viewerKind`).join(' ')} }`;
  expect(() => check([wide])).toThrow('at most 10 are allowed');
});

test('other mutations are let through; texts that are written in the document are checked as well', () => {
  const other = readOperation('mutation { other(texts: ["{ nothing }"]) }');
  checkRegistration({ ...tiny, apiSchema: registry }, documents, other, {});
  const literal = readOperation(
    'mutation { registerOperations(input: { texts: ["{ nothing }"] }) }',
  );
  expect(() => checkRegistration({ ...tiny, apiSchema: registry }, documents, literal, {})).toThrow(
    'input.texts[0]',
  );
});

test.each([
  ['a fragment', 'mutation { ...A } fragment A on Mutation { FIELD }'],
  [
    'a fragment of a fragment',
    'mutation { ...A } fragment A on Mutation { ...B } fragment B on Mutation { FIELD }',
  ],
  ['an inline fragment', 'mutation { ... on Mutation { FIELD } }'],
  ['an inline fragment without a type', 'mutation { ... { FIELD } }'],
])('a registration in %s is checked like any other', (_place, text) => {
  const register = 'registerOperations(input: { texts: ["{ nothing }"] })';
  const checked = readOperation(text.replace('FIELD', register));
  expect(() => checkRegistration({ ...tiny, apiSchema: registry }, documents, checked, {})).toThrow(
    'input.texts[0] cannot run here',
  );
});
