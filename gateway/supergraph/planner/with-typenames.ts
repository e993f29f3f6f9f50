import {
  getNamedType,
  isAbstractType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * Asks under its own name for each type that the client wants under another: the answer is made of objects that
 * know their type. Nowhere else, for the type of an interface object may cost a fetch.
 */
export function withTypenames(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const types = new TypeInfo(schema);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        leave(node) {
          const { selectionSet } = node;
          if (selectionSet === undefined || !isAbstractType(getNamedType(types.getType()))) {
            return undefined;
          }
          if (!isRenamedIn(selectionSet)) return undefined;
          const selections = [TYPENAME, ...selectionSet.selections];
          return { ...node, selectionSet: { ...selectionSet, selections } };
        },
      },
    }),
  );

  function isRenamedIn({ selections }: SelectionSetNode): boolean {
    return selections.some((selection) => {
      if (selection.kind === Kind.FIELD) {
        return selection.name.value === '__typename' && selection.alias !== undefined;
      }
      const part =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      return part !== undefined && isRenamedIn(part.selectionSet);
    });
  }
}
