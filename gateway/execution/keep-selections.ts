import { Kind, visit, type DocumentNode, type FieldNode, type SelectionSetNode } from 'graphql';
import { hasConditions } from '../supergraph/planner/conditions.ts';

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * The planner leaves out an object of which conditions that exclude each other select nothing, though
 * the answer has the object, empty. Where only conditional parts are selected, its type is too.
 */
export function keepConditionalSelections(document: DocumentNode): DocumentNode {
  if (!hasConditions(document)) return document;
  return visit(document, {
    Field: {
      leave(node) {
        const { selectionSet } = node;
        if (selectionSet === undefined || !isConditional(selectionSet)) return undefined;
        const selections = [...selectionSet.selections, TYPENAME];
        return { ...node, selectionSet: { ...selectionSet, selections } };
      },
    },
  });
}

function isConditional({ selections }: SelectionSetNode): boolean {
  return !selections.some(
    (selection) => selection.kind === Kind.FIELD && (selection.directives ?? []).length === 0,
  );
}
