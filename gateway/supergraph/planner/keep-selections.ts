import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * The document with the selections that `keep` returns, changed or not; what is below them is asked for in its turn.
 * Inline fragments and fragments of which nothing is left go, fields whose selections are all gone stay, with none.
 * Each fragment is looked at once, however often it is spread: what is hostile takes no longer than to read it.
 */
export function keepSelections(
  document: DocumentNode,
  keep: (selection: SelectionNode) => SelectionNode | undefined,
): DocumentNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const kept = new Map<string, FragmentDefinitionNode>();
  const visited = new Set<string>();
  const operations = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? [{ ...definition, selectionSet: within(definition.selectionSet) }]
      : [],
  );
  return { ...document, definitions: [...operations, ...kept.values()] };

  function within(set: SelectionSetNode): SelectionSetNode {
    const selections = set.selections.flatMap((each): SelectionNode[] => {
      const selection = keep(each);
      if (selection === undefined) return [];
      if (selection.kind === Kind.FRAGMENT_SPREAD) return isSomeOf(selection) ? [selection] : [];
      if (selection.selectionSet === undefined) return [selection];
      const selectionSet = within(selection.selectionSet);
      const isNothing =
        selection.kind === Kind.INLINE_FRAGMENT && selectionSet.selections.length === 0;
      return isNothing ? [] : [{ ...selection, selectionSet }];
    });
    return { ...set, selections };
  }

  /** The document is valid: no fragment spreads itself. */
  function isSomeOf({ name: { value: name } }: FragmentSpreadNode): boolean {
    const fragment = fragments.get(name);
    if (fragment !== undefined && !visited.has(name)) {
      visited.add(name);
      const selectionSet = within(fragment.selectionSet);
      if (selectionSet.selections.length > 0) kept.set(name, { ...fragment, selectionSet });
    }
    return kept.has(name);
  }
}
