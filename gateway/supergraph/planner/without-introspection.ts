import { Kind, visit, type DocumentNode, type FieldNode } from 'graphql';

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
