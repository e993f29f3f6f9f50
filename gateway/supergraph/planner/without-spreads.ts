import { Kind, visit, type DocumentNode, type InlineFragmentNode } from 'graphql';

/** With the selections of each fragment in place of its name. */
export function withoutSpreads(document: DocumentNode): DocumentNode {
  const fragments = new Map<string, InlineFragmentNode>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
    const { typeCondition, selectionSet } = definition;
    fragments.set(definition.name.value, {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition,
      selectionSet,
    });
  }
  if (fragments.size === 0) return document;
  const definitions = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  // The fragment that takes the place of a name is visited in its turn.
  return visit(
    { ...document, definitions },
    {
      FragmentSpread: ({ name }) => fragments.get(name.value),
    },
  );
}
