import {
  isAbstractType,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  getNamedType,
  type DocumentNode,
} from 'graphql';
import type { Supergraph } from '../supergraph/supergraph.ts';
import { publicFieldsOf } from './public-fields.ts';

/** As long as a plan keeps the document. */
const known = new WeakMap<DocumentNode, boolean>();

/**
 * Whether a fetch of a plan reads nothing but fields that are the same for every viewer (`@public`) and that no
 * access rule guards. The entities that it is about are the same whoever asks.
 */
export function readsPublicOnly(supergraph: Supergraph, document: DocumentNode): boolean {
  const before = known.get(document);
  if (before !== undefined) return before;
  const isPublic = publicFieldsOf(supergraph).size > 0 && read(supergraph, document);
  known.set(document, isPublic);
  return isPublic;
}

function read(supergraph: Supergraph, document: DocumentNode): boolean {
  const { fullSchema, accessRules } = supergraph;
  const fields = publicFieldsOf(supergraph);
  const queryName = fullSchema.getQueryType()?.name;
  const typeInfo = new TypeInfo(fullSchema);
  let isPublic = true;
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      OperationDefinition({ operation }) {
        if (operation !== OperationTypeNode.QUERY) isPublic = false;
      },
      Field({ name: { value: name } }) {
        const parent = typeInfo.getParentType();
        if (name === '__typename' || (name === '_entities' && parent?.name === queryName)) return;
        const returned = getNamedType(typeInfo.getType());
        // What this graph does not know may be anything.
        if (parent == null || returned == null || accessRules.has(returned.name)) isPublic = false;
        if (parent == null) return;
        const types = isAbstractType(parent)
          ? [parent, ...fullSchema.getPossibleTypes(parent)]
          : [parent];
        for (const type of types) {
          const coordinate = `${type.name}.${name}`;
          const isOwn = isAbstractType(type) || fields.has(coordinate);
          if (!isOwn || accessRules.has(coordinate) || accessRules.has(type.name)) isPublic = false;
        }
      },
      InlineFragment({ typeCondition }) {
        if (isUnknown(typeCondition?.name.value)) isPublic = false;
      },
      FragmentDefinition({ typeCondition }) {
        if (isUnknown(typeCondition.name.value)) isPublic = false;
      },
    }),
  );
  return isPublic;

  function isUnknown(typename: string | undefined): boolean {
    if (typename === undefined) return false;
    return fullSchema.getType(typename) === undefined || accessRules.has(typename);
  }
}
