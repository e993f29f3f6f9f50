import {
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { keepSelections } from './keep-selections.ts';

const INTROSPECTION: ReadonlySet<string> = new Set(['__schema', '__type']);

/**
 * What an operation asks of subgraphs: without the fields that the gateway answers from its schema.
 * Nothing where none are left. `document` holds one operation.
 */
export function withoutIntrospection(document: DocumentNode): DocumentNode | undefined {
  const rest = hasIntrospection(document)
    ? keepSelections(document, (selection) => (isAnsweredHere(selection) ? undefined : selection))
    : document;
  const isAsking = rest.definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.selectionSet.selections.length > 0,
  );
  return isAsking ? rest : undefined;
}

/** Whether any root field is for a subgraph. `document` holds one operation. */
export function asksSubgraphs(document: DocumentNode): boolean {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  return document.definitions.some(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION && asks(definition.selectionSet),
  );

  function asks({ selections }: SelectionSetNode): boolean {
    return selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return !selection.name.value.startsWith('__');
      const part =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      return part !== undefined && asks(part.selectionSet);
    });
  }
}

function isAnsweredHere(selection: SelectionNode): boolean {
  return selection.kind === Kind.FIELD && INTROSPECTION.has(selection.name.value);
}

function hasIntrospection(document: DocumentNode): boolean {
  let isFound = false;
  visit(document, {
    Field(field) {
      isFound ||= isAnsweredHere(field);
    },
  });
  return isFound;
}
