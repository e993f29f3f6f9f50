import {
  getNamedType,
  isAbstractType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type InlineFragmentNode,
} from 'graphql';
import { hasScope, type Viewer } from '../../platform/identity/viewer.ts';
import type { AccessRule, AccessRules } from './access-rules.ts';

/** A place of an operation that asks something of the viewer. */
export interface GuardedSelection {
  node: FieldNode | InlineFragmentNode;
  /** For the error: the coordinate whose rule it is. */
  coordinate: string;
  rule: AccessRule;
  /** A root field cannot be left out: the operation is refused. */
  isRoot: boolean;
}

/** Finds all of them once; the answer holds for every viewer. */
export function findGuardedSelections(
  document: DocumentNode,
  schema: GraphQLSchema,
  rules: AccessRules,
): GuardedSelection[] {
  if (rules.size === 0) return [];
  const found: GuardedSelection[] = [];
  const typeInfo = new TypeInfo(schema);
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];

  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field(node) {
        const parent = typeInfo.getParentType();
        if (parent == null) return;
        const isRoot = roots.some((root) => root?.name === parent.name);
        const returned = getNamedType(typeInfo.getType())?.name;
        for (const coordinate of [...coordinatesOf(schema, parent, node), returned]) {
          const rule = coordinate === undefined ? undefined : rules.get(coordinate);
          if (rule !== undefined) found.push({ node, coordinate: coordinate ?? '', rule, isRoot });
        }
      },
      InlineFragment(node) {
        const coordinate = node.typeCondition?.name.value ?? '';
        const rule = rules.get(coordinate);
        if (rule !== undefined) found.push({ node, coordinate, rule, isRoot: false });
      },
    }),
  );
  return found;
}

/** On an abstract type the rules of every type that may turn up apply. */
function coordinatesOf(
  schema: GraphQLSchema,
  parent: GraphQLCompositeType,
  field: FieldNode,
): string[] {
  const types = isAbstractType(parent) ? [parent, ...schema.getPossibleTypes(parent)] : [parent];
  return types.map(({ name }) => `${name}.${field.name.value}`);
}

export function isAllowed(viewer: Viewer, rule: AccessRule): boolean {
  if (viewer.kind === 'anonymous') return !rule.needsSignIn && rule.scopeGroups.length === 0;
  return (
    rule.scopeGroups.length === 0 ||
    rule.scopeGroups.some((group) => group.every((scope) => hasScope(viewer, scope)))
  );
}

/** The document without these selections; a selection set that would be empty asks for `__typename`. */
export function withoutSelections(
  document: DocumentNode,
  denied: ReadonlySet<FieldNode | InlineFragmentNode>,
): DocumentNode {
  return visit(document, {
    Field: (node) => (denied.has(node) ? null : undefined),
    InlineFragment: (node) => (denied.has(node) ? null : undefined),
    SelectionSet: {
      leave: (node) =>
        node.selections.length > 0
          ? undefined
          : {
              ...node,
              selections: [
                { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const,
              ],
            },
    },
  });
}
