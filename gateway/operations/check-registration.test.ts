import { buildSchema, Kind, parse, type OperationDefinitionNode } from 'graphql';
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

function operationOf(text: string): OperationDefinitionNode {
  const [operation] = parse(text).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('expected an operation');
  return operation;
}

function check(texts: readonly string[]): void {
  const operation = operationOf(
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
  const other = operationOf('mutation { other(texts: ["{ nothing }"]) }');
  checkRegistration({ ...tiny, apiSchema: registry }, documents, other, {});
  const literal = operationOf('mutation { registerOperations(input: { texts: ["{ nothing }"] }) }');
  expect(() => checkRegistration({ ...tiny, apiSchema: registry }, documents, literal, {})).toThrow(
    'input.texts[0]',
  );
});
