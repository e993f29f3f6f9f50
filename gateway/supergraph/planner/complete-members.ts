import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  print,
  visit,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type InlineFragmentNode,
  type SelectionNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
} from 'graphql';
import { createClientSelections, type ClientSelections } from './client-selections.ts';
import type { FetchNode, Plan, PlanNode, SubscriptionNode } from './plan.ts';
import type { SubgraphTypes } from './subgraph-types.ts';
import { withoutSpreads } from './without-spreads.ts';

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
const ENTITIES = '_entities';

/**
 * Planners leave out what a client wants of a member of a union when another subgraph, which could have been
 * asked for the same shareable field, does not know that member. But the subgraph that is asked does know it
 * and may answer with it: so it is asked for all that it can say of each member.
 */
export function completeMembers(
  plan: Plan,
  document: DocumentNode,
  schema: GraphQLSchema,
  types: SubgraphTypes,
): Plan {
  if (types.partial.size === 0 || plan.node === undefined) return plan;
  const client = createClientSelections(document, schema);
  const asked = new Set<string>();
  eachFetch(plan.node, [], (fetch, path) => walkFetch(fetch, path, noteAsked));
  eachFetch(plan.node, [], complete);
  return plan;

  function complete(fetch: FetchNode, path: readonly string[]): void {
    // Keys that are renamed on their way back stand at other places here than in the client's operation.
    if (fetch.outputRewrites !== undefined || fetch.lookups?.some((each) => each.outputRewrites)) {
      return;
    }
    const added: SelectionNode[] = [];
    const changed = walkFetch(fetch, path, (set, place, type, parents) => {
      if (!types.partial.has(type)) return undefined;
      const missing = missingMembers(fetch.serviceName, place, type, parents);
      if (missing.length === 0) return undefined;
      added.push(...missing);
      const selections = [TYPENAME, ...set.selections.filter(isNotTypename), ...missing];
      return { ...set, selections };
    });
    if (added.length > 0) rewriteFetch(fetch, changed, added, client.variables);
  }

  function missingMembers(
    subgraph: string,
    place: string,
    type: string,
    parents: readonly SelectionSetNode[],
  ): InlineFragmentNode[] {
    const members = [...types.membersOf(subgraph, type)];
    return members.flatMap((member) => {
      if (asked.has(`${place} ${member}`)) return [];
      const selections = client.fieldsOf(parents, member, subgraph, types);
      return selections.length === 0 ? [] : [fragmentOn(member, selections)];
    });
  }

  function noteAsked(set: SelectionSetNode, place: string, type: string): undefined {
    for (const member of client.possibleTypes(type)) {
      if (hasFieldsOf(set, member, client)) asked.add(`${place} ${member}`);
    }
  }

  /** Visits the selections of each composite field; what `change` returns takes their place. */
  function walkFetch(
    fetch: FetchNode,
    path: readonly string[],
    change: (
      set: SelectionSetNode,
      place: string,
      type: string,
      parents: readonly SelectionSetNode[],
    ) => SelectionSetNode | undefined,
  ): DocumentNode {
    const parsed = withoutSpreads(parse(fetch.operation, { noLocation: true }));
    const rootName = schema.getRootType(fetch.operationKind)?.name ?? '';
    return visit(parsed, {
      OperationDefinition(node) {
        const selectionSet = {
          ...node.selectionSet,
          selections: node.selectionSet.selections.map((selection) =>
            selection.kind === Kind.FIELD && selection.name.value === ENTITIES
              ? lookup(selection)
              : walkSelection(selection, rootName, path, client.at(path)),
          ),
        };
        return { ...node, selectionSet };
      },
    });

    /** Of several places the first stands for all: they are asked for the same. */
    function lookup(field: FieldNode): FieldNode {
      const own = fetch.lookups?.find(({ alias }) => alias === field.alias?.value);
      const place = own?.paths[0] ?? path;
      const set = field.selectionSet;
      return set === undefined
        ? field
        : { ...field, selectionSet: walkSet(set, '', place, client.at(place)) };
    }

    function walkSet(
      set: SelectionSetNode,
      type: string,
      place: readonly string[],
      parents: readonly SelectionSetNode[],
    ): SelectionSetNode {
      const selections = set.selections.map((each) => walkSelection(each, type, place, parents));
      return { ...set, selections };
    }

    function walkSelection(
      selection: SelectionNode,
      type: string,
      place: readonly string[],
      parents: readonly SelectionSetNode[],
    ): SelectionNode {
      if (selection.kind === Kind.FRAGMENT_SPREAD || selection.selectionSet === undefined) {
        return selection;
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const narrowed = selection.typeCondition?.name.value ?? type;
        return {
          ...selection,
          selectionSet: walkSet(selection.selectionSet, narrowed, place, parents),
        };
      }
      const key = selection.alias?.value ?? selection.name.value;
      const name = selection.name.value;
      const childType =
        types.ownTypeOf(fetch.serviceName, type, name) ?? fieldType(schema, type, name);
      const childPlace = [...place, key];
      const childParents = client.under(parents, key);
      const walked = walkSet(selection.selectionSet, childType, childPlace, childParents);
      const changed = change(walked, placeKey(childPlace), childType, childParents);
      return { ...selection, selectionSet: changed ?? walked };
    }
  }
}

function eachFetch(
  node: PlanNode | SubscriptionNode,
  path: readonly string[],
  see: (fetch: FetchNode, path: readonly string[]) => void,
): void {
  if (node.kind === 'Fetch') see(node, path);
  else if (node.kind === 'Flatten') eachFetch(node.node, [...path, ...node.path.map(String)], see);
  else if (node.kind === 'Subscription') {
    see(node.primary, path);
    if (node.rest !== undefined) eachFetch(node.rest, path, see);
  } else for (const part of node.nodes) eachFetch(part, path, see);
}

function rewriteFetch(
  fetch: FetchNode,
  document: DocumentNode,
  added: readonly SelectionNode[],
  variables: ReadonlyMap<string, VariableDefinitionNode>,
): void {
  const used = new Set<string>(fetch.variableUsages);
  for (const selection of added) {
    visit(selection, { Variable: ({ name }) => void used.add(name.value) });
  }
  const withVariables = visit(document, {
    OperationDefinition(node) {
      const known = node.variableDefinitions ?? [];
      const names = new Set(known.map(({ variable }) => variable.name.value));
      const more = [...used].flatMap((name) =>
        names.has(name) ? [] : (variables.get(name) ?? []),
      );
      return { ...node, variableDefinitions: [...known, ...more] };
    },
  });
  fetch.operation = print(withVariables);
  if (used.size > 0) fetch.variableUsages = [...used];
}

function fragmentOn(type: string, selections: readonly SelectionNode[]): InlineFragmentNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
    selectionSet: { kind: Kind.SELECTION_SET, selections: [...selections] },
  };
}

function hasFieldsOf(
  { selections }: SelectionSetNode,
  member: string,
  client: ClientSelections,
): boolean {
  return selections.some((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value !== '__typename';
    if (selection.kind === Kind.FRAGMENT_SPREAD) return false;
    const condition = selection.typeCondition?.name.value;
    const applies = condition === undefined || client.possibleTypes(condition).has(member);
    return applies && hasFieldsOf(selection.selectionSet, member, client);
  });
}

function isNotTypename(selection: SelectionNode): boolean {
  return print(selection) !== '__typename';
}

/** Without list marks and types: `a|[B]` and `@` say nothing of a place in the client's operation. */
function placeKey(path: readonly string[]): string {
  return path
    .map((element) => element.replace(/\|\[.*/, ''))
    .filter((element) => element !== '@' && element !== '')
    .join('.');
}

function fieldType(schema: GraphQLSchema, type: string, field: string): string {
  const parent = schema.getType(type);
  if (!isObjectType(parent) && !isInterfaceType(parent)) return '';
  const named = getNamedType(parent.getFields()[field]?.type);
  return isCompositeType(named) ? named.name : '';
}
