import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What of an operation is selected with these values of its variables; `@skip` and `@include` leave out the rest. */
export function selectedParts(
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  variables: Readonly<Record<string, unknown>>,
): ReadonlySet<SelectionNode> {
  const selected = new Set<SelectionNode>();
  const entered = new Set<FragmentDefinitionNode>();
  add(operation.selectionSet);
  return selected;

  function add({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (!isSelected(selection, variables)) continue;
      selected.add(selection);
      if (selection.kind !== Kind.FRAGMENT_SPREAD) {
        if (selection.selectionSet !== undefined) add(selection.selectionSet);
        continue;
      }
      const fragment = fragments[selection.name.value];
      if (fragment === undefined || entered.has(fragment)) continue;
      entered.add(fragment);
      add(fragment.selectionSet);
    }
  }
}

function isSelected(selection: SelectionNode, variables: Readonly<Record<string, unknown>>) {
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, variables);
  return skip?.['if'] !== true && include?.['if'] !== false;
}
