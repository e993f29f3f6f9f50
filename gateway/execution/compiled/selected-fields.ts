import {
  isAbstractType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLError,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { PlannedNames } from '../planned-names.ts';

/** What the client selected under one name of the answer. */
export interface SelectedField {
  name: string;
  nodes: FieldNode[];
  /** The error of a field that the viewer may not see. */
  denial: GraphQLError | undefined;
}

/** A selection set, or all of them that stand under one field. */
export interface Selection {
  selectionSet: SelectionSetNode;
  denial: GraphQLError | undefined;
}

export interface SelectionScope {
  schema: GraphQLSchema;
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  denials: ReadonlyMap<unknown, GraphQLError>;
  planned: PlannedNames;
}

/**
 * The fields of an object of this type, as "CollectFields" of the specification has them
 * (https://spec.graphql.org/October2021/#CollectFields()), conditions being decided. An abstract type stands for an object of
 * which no more is known.
 */
export function collectFields(
  scope: SelectionScope,
  type: GraphQLCompositeType,
  selections: readonly Selection[],
): SelectedField[] {
  const fields = new Map<string, SelectedField>();
  const visited = new Set<string>();
  for (const selection of selections) addSelections(selection);
  return [...fields.values()];

  function addSelections({ selectionSet, denial }: Selection): void {
    for (const node of selectionSet.selections) {
      if (node.kind === Kind.FIELD) addField(node, denial);
      else if (node.kind === Kind.INLINE_FRAGMENT) {
        const condition = node.typeCondition?.name.value;
        if (condition !== undefined && !appliesTo(scope.schema, condition, type)) continue;
        const { selectionSet: inner } = node;
        addSelections({ selectionSet: inner, denial: denial ?? scope.denials.get(node) });
      } else {
        const fragment = scope.fragments[node.name.value];
        const denied = denial ?? scope.denials.get(node);
        const isNew = denied === undefined ? !visited.has(node.name.value) : true;
        if (fragment === undefined || !isNew) continue;
        if (denied === undefined) visited.add(node.name.value);
        if (!appliesTo(scope.schema, fragment.typeCondition.name.value, type)) continue;
        addSelections({ selectionSet: fragment.selectionSet, denial: denied });
      }
    }
  }

  function addField(node: FieldNode, inherited: GraphQLError | undefined): void {
    const name = node.alias?.value ?? node.name.value;
    const denial = scope.denials.get(node) ?? inherited;
    const field = fields.get(name);
    if (field === undefined) fields.set(name, { name, nodes: [node], denial });
    else {
      field.nodes.push(node);
      field.denial ??= denial;
    }
  }
}

function appliesTo(schema: GraphQLSchema, condition: string, type: GraphQLCompositeType): boolean {
  if (condition === type.name) return true;
  const conditional = schema.getType(condition);
  if (!isAbstractType(conditional)) return false;
  if (isObjectType(type)) return schema.isSubType(conditional, type);
  return 'getFields' in type && schema.isSubType(conditional, type);
}
