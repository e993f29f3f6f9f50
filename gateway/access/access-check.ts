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
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';
import { hasScope, type Viewer } from '../../platform/identity/viewer.ts';
import type { AccessRule, AccessRules } from './access-rules.ts';
import type { EvaluatePolicy } from './policies.ts';

/** A place of an operation that asks something of the viewer. */
export interface GuardedSelection {
  node: SelectionNode;
  /** For the error: the coordinate whose rule it is. */
  coordinate: string;
  rule: AccessRule;
  /** A root field cannot be left out: the operation is refused. */
  isRoot: boolean;
}

/** Finds all of them once, in what the document's one operation uses; the answer holds for every viewer. */
export function findGuardedSelections(
  document: DocumentNode,
  schema: GraphQLSchema,
  rules: AccessRules,
): GuardedSelection[] {
  if (rules.size === 0) return [];
  const found: GuardedSelection[] = [];
  const typeInfo = new TypeInfo(schema);
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const fragments = fragmentsOf(document);
  const note = (node: SelectionNode, coordinate: string, isRoot: boolean) => {
    const rule = rules.get(coordinate);
    if (rule !== undefined) found.push({ node, coordinate, rule, isRoot });
  };

  visit(
    usedPart(document, fragments),
    visitWithTypeInfo(typeInfo, {
      Field(node) {
        const parent = typeInfo.getParentType();
        if (parent == null) return;
        const isRoot = roots.some((root) => root?.name === parent.name);
        const returned = getNamedType(typeInfo.getType())?.name;
        for (const coordinate of coordinatesOf(schema, parent, node))
          note(node, coordinate, isRoot);
        if (returned !== undefined) note(node, returned, isRoot);
      },
      InlineFragment(node) {
        note(node, node.typeCondition?.name.value ?? '', false);
      },
      FragmentSpread(node) {
        note(node, fragments.get(node.name.value)?.typeCondition.name.value ?? '', false);
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

function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter(
    (definition) => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** Without the fragments that only other operations of the client's document use. */
function usedPart(
  document: DocumentNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): DocumentNode {
  const used = new Set<FragmentDefinitionNode>();
  const addFragmentsOf = (node: DocumentNode['definitions'][number]): void => {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (fragment === undefined || used.has(fragment)) return;
        used.add(fragment);
        addFragmentsOf(fragment);
      },
    });
  };
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  for (const operation of operations) addFragmentsOf(operation);
  return { ...document, definitions: [...operations, ...used] };
}

/** Where a rule asks for several things, all must be met. */
export function isAllowed(viewer: Viewer, rule: AccessRule, evaluate: EvaluatePolicy): boolean {
  const { needsSignIn, scopeGroups, policyGroups } = rule;
  if (needsSignIn && viewer.kind === 'anonymous') return false;
  return (
    isAnyGroupMet(scopeGroups, (scope) => hasScope(viewer, scope)) &&
    isAnyGroupMet(policyGroups, (policy) => evaluate(policy, viewer))
  );
}

function isAnyGroupMet(
  groups: AccessRule['scopeGroups'],
  isMet: (name: string) => boolean,
): boolean {
  return groups.length === 0 || groups.some((group) => group.every(isMet));
}

/** The document without these selections; a selection set that would be empty asks for `__typename`. */
export function withoutSelections(
  document: DocumentNode,
  denied: ReadonlySet<SelectionNode>,
): DocumentNode {
  return visit(document, {
    Field: (node) => (denied.has(node) ? null : undefined),
    InlineFragment: (node) => (denied.has(node) ? null : undefined),
    FragmentSpread: (node) => (denied.has(node) ? null : undefined),
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
