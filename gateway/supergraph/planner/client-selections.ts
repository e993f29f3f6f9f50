import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
} from 'graphql';
import type { SubgraphTypes } from './subgraph-types.ts';

/** What a client selects at each place of its operation. */
export interface ClientSelections {
  /** At a path of a plan. */
  at: (path: readonly string[]) => readonly SelectionSetNode[];
  under: (parents: readonly SelectionSetNode[], key: string) => readonly SelectionSetNode[];
  possibleTypes: (type: string) => ReadonlySet<string>;
  /** Of what is selected there on an object type, all that one subgraph answers itself. */
  fieldsOf: (
    parents: readonly SelectionSetNode[],
    type: string,
    subgraph: string,
    types: SubgraphTypes,
  ) => SelectionNode[];
  variables: ReadonlyMap<string, VariableDefinitionNode>;
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
const NONE: ReadonlySet<string> = new Set();

/** `document` holds one operation. */
export function createClientSelections(
  document: DocumentNode,
  schema: GraphQLSchema,
): ClientSelections {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const roots: SelectionSetNode[] = [];
  const variables = new Map<string, VariableDefinitionNode>();
  const possible = new Map<string, ReadonlySet<string>>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    } else if (definition.kind === Kind.OPERATION_DEFINITION) {
      roots.push(definition.selectionSet);
      for (const each of definition.variableDefinitions ?? []) {
        variables.set(each.variable.name.value, each);
      }
    }
  }

  return {
    variables,
    possibleTypes,
    under,
    at(path) {
      let sets: readonly SelectionSetNode[] = roots;
      for (const element of path) {
        const key = element.replace(/\|\[.*/, '');
        if (key !== '@' && key !== '') sets = under(sets, key);
      }
      return sets;
    },
    fieldsOf: (parents, type, subgraph, types) =>
      parents.flatMap((set) => fieldsOf(set, type, subgraph, types)),
  };

  function under(parents: readonly SelectionSetNode[], key: string): SelectionSetNode[] {
    return parents.flatMap(({ selections }) =>
      selections.flatMap((selection) => {
        if (selection.kind !== Kind.FIELD) {
          const part = partOf(selection);
          return part === undefined ? [] : under([part.selectionSet], key);
        }
        const isMeant = (selection.alias?.value ?? selection.name.value) === key;
        return isMeant && selection.selectionSet !== undefined ? [selection.selectionSet] : [];
      }),
    );
  }

  function fieldsOf(
    { selections }: SelectionSetNode,
    type: string,
    subgraph: string,
    types: SubgraphTypes,
  ): SelectionNode[] {
    return selections.flatMap((selection): SelectionNode[] => {
      if (selection.kind === Kind.FIELD) return fieldOf(selection, type, subgraph, types);
      const part = partOf(selection);
      const condition = part?.typeCondition?.name.value ?? type;
      if (part === undefined || !possibleTypes(condition).has(type)) return [];
      return fieldsOf(part.selectionSet, type, subgraph, types);
    });
  }

  function fieldOf(
    field: FieldNode,
    type: string,
    subgraph: string,
    types: SubgraphTypes,
  ): SelectionNode[] {
    if (!types.hasField(subgraph, type, field.name.value)) return [];
    if (field.selectionSet === undefined) return [field];
    const parent = schema.getType(type);
    if (!isObjectType(parent) && !isInterfaceType(parent)) return [];
    const child = getNamedType(parent.getFields()[field.name.value]?.type);
    if (!isCompositeType(child)) return [];
    const set = field.selectionSet;
    const members = isAbstractType(child) ? [...types.membersOf(subgraph, child.name)] : [];
    const inner = isAbstractType(child)
      ? members.flatMap((member) => onMember(member, fieldsOf(set, member, subgraph, types)))
      : fieldsOf(set, child.name, subgraph, types);
    const selections = [TYPENAME, ...inner];
    return [{ ...field, selectionSet: { kind: Kind.SELECTION_SET, selections } }];
  }

  function partOf(selection: Exclude<SelectionNode, FieldNode>) {
    return selection.kind === Kind.INLINE_FRAGMENT
      ? selection
      : fragments.get(selection.name.value);
  }

  function possibleTypes(name: string): ReadonlySet<string> {
    const known = possible.get(name);
    if (known !== undefined) return known;
    const type = schema.getType(name);
    const found = isAbstractType(type)
      ? new Set(schema.getPossibleTypes(type).map((each) => each.name))
      : isObjectType(type)
        ? new Set([name])
        : NONE;
    possible.set(name, found);
    return found;
  }
}

function onMember(member: string, selections: SelectionNode[]): SelectionNode[] {
  if (selections.length === 0) return [];
  const typeCondition = {
    kind: Kind.NAMED_TYPE,
    name: { kind: Kind.NAME, value: member },
  } as const;
  const selectionSet = { kind: Kind.SELECTION_SET, selections } as const;
  return [{ kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet }];
}
