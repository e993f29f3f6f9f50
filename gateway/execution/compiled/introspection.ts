import {
  execute,
  Kind,
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { SelectedField } from './selected-fields.ts';

/** Answers `__schema` and `__type` of an operation, by the names that the client chose. */
export type Introspect = (variables: Readonly<Record<string, unknown>>) => Record<string, unknown>;

const NO_ANSWER: Readonly<Record<string, unknown>> = Object.freeze({});

/** The one part of an operation that graphql-js answers, from the schema that clients see. */
export function compileIntrospection(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  rootFields: readonly SelectedField[],
): Introspect {
  const nodes = rootFields.flatMap((field) => field.nodes.filter(isIntrospection));
  if (nodes.length === 0) return () => NO_ANSWER;
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const part: OperationDefinitionNode = {
    ...operation,
    selectionSet: { kind: Kind.SELECTION_SET, selections: nodes },
  };
  const introspection: DocumentNode = { kind: Kind.DOCUMENT, definitions: [part, ...fragments] };

  return (variables) => {
    // Nothing of a schema has to be waited for.
    const { data } = execute({
      schema,
      document: introspection,
      variableValues: variables,
    }) as ExecutionResult;
    return { ...data };
  };
}

function isIntrospection({ name }: FieldNode): boolean {
  return name.value === '__schema' || name.value === '__type';
}
