import {
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

const INTROSPECTION: ReadonlySet<string> = new Set(['__schema', '__type']);

/**
 * What an operation asks of subgraphs: without the fields that the gateway answers from its schema.
 * Nothing where none are left. `document` holds one operation.
 */
export function withoutIntrospection(document: DocumentNode): DocumentNode | undefined {
  if (!hasIntrospection(document)) return document;
  let rest = visit(document, { Field: isAnsweredHere });
  // A fragment that held nothing else goes, then what held nothing but that fragment.
  for (let before; before !== rest;) {
    before = rest;
    rest = withoutEmptyParts(rest);
  }
  const operation = rest.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return operation === undefined ? undefined : rest;
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

const isAnsweredHere = ({ name }: FieldNode) => (INTROSPECTION.has(name.value) ? null : undefined);

function withoutEmptyParts(document: DocumentNode): DocumentNode {
  const empty = new Set<string>();
  const withoutFragments = visit(document, {
    InlineFragment: ({ selectionSet }) => (selectionSet.selections.length === 0 ? null : undefined),
    FragmentDefinition(node) {
      if (node.selectionSet.selections.length > 0) return undefined;
      empty.add(node.name.value);
      return null;
    },
    OperationDefinition: ({ selectionSet }) =>
      selectionSet.selections.length === 0 ? null : undefined,
  });
  if (empty.size === 0) return withoutFragments;
  return visit(withoutFragments, {
    FragmentSpread: ({ name }) => (empty.has(name.value) ? null : undefined),
  });
}

function hasIntrospection(document: DocumentNode): boolean {
  let isFound = false;
  visit(document, {
    Field({ name }) {
      isFound ||= INTROSPECTION.has(name.value);
    },
  });
  return isFound;
}
