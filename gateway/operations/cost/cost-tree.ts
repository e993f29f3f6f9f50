import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInputObjectType,
  isListType,
  isObjectType,
  isInterfaceType,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import type { CostRules, ListSize } from './cost-rules.ts';

/** A field of an operation with all that its cost depends on, fragments spread out. */
export interface CostNode {
  name: string;
  coordinate: string;
  responseName: string;
  /** Of one value of the field. */
  weight: number;
  argumentWeight: number;
  isList: boolean;
  listSize: ListSize | undefined;
  /** Arguments as written; defaults of the schema where they are not. */
  slices: readonly Slice[];
  children: readonly CostNode[];
}

export type Slice = { variable: string; path: readonly string[] } | { size: number };

export interface CostTreeOptions {
  schema: GraphQLSchema;
  rules: CostRules;
  document: DocumentNode;
  operation: OperationDefinitionNode;
}

/** Asking for an object costs 1 and for a plain value nothing, unless `@cost` says otherwise. */
const OBJECT_WEIGHT = 1;

/** A change costs this beside what it answers with. */
const MUTATION_WEIGHT = 10;

/** The operation is valid and within its limits of size, its conditions decided: this spreads its fragments out. */
export function createCostTree(options: CostTreeOptions): CostNode[] {
  const { schema, rules, document, operation } = options;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const root = schema.getRootType(operation.operation);
  if (root == null) return [];
  const rootNodes = nodesOf(operation.selectionSet, root);
  return operation.operation === OperationTypeNode.MUTATION
    ? rootNodes.map((node) => ({ ...node, argumentWeight: node.argumentWeight + MUTATION_WEIGHT }))
    : rootNodes;

  function nodesOf({ selections }: SelectionSetNode, parent: GraphQLCompositeType): CostNode[] {
    const nodes: CostNode[] = [];
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const node = nodeOf(selection, parent);
        if (node !== undefined) addOnce(nodes, node);
      } else {
        const inner = innerOf(selection, parent);
        if (inner === undefined) continue;
        for (const node of nodesOf(inner.selectionSet, inner.type)) {
          addOnce(nodes, node);
        }
      }
    }
    return nodes;
  }

  function innerOf(selection: Exclude<SelectionNode, FieldNode>, parent: GraphQLCompositeType) {
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    if (fragment === undefined) return undefined;
    const name = fragment.typeCondition?.name.value;
    const type = name === undefined ? parent : schema.getType(name);
    return isCompositeType(type) ? { selectionSet: fragment.selectionSet, type } : undefined;
  }

  function nodeOf(node: FieldNode, parent: GraphQLCompositeType): CostNode | undefined {
    const name = node.name.value;
    if (name.startsWith('__')) return undefined;
    if (!isObjectType(parent) && !isInterfaceType(parent)) return undefined;
    const field = parent.getFields()[name];
    if (field === undefined) return undefined;

    const coordinate = `${parent.name}.${name}`;
    const type = getNamedType(field.type);
    const isComposite = isCompositeType(type);
    const listSize = rules.lists.get(coordinate);
    return {
      name,
      coordinate,
      responseName: (node.alias ?? node.name).value,
      weight:
        rules.weights.get(coordinate) ??
        rules.weights.get(type.name) ??
        (isComposite ? OBJECT_WEIGHT : 0),
      argumentWeight: argumentWeight(coordinate, field, node),
      isList: isListType(getNullableType(field.type)),
      listSize,
      slices: (listSize?.slicingArguments ?? []).flatMap((path) => sliceOf(path, field, node)),
      children:
        isComposite && node.selectionSet !== undefined ? nodesOf(node.selectionSet, type) : [],
    };
  }

  /** Input fields cost what they weigh, once for each time they are written. */
  function argumentWeight(
    coordinate: string,
    field: GraphQLField<unknown, unknown>,
    node: FieldNode,
  ): number {
    let weight = 0;
    for (const given of node.arguments ?? []) {
      const argument = field.args.find(({ name }) => name === given.name.value);
      if (argument === undefined) continue;
      weight += rules.weights.get(`${coordinate}(${argument.name}:)`) ?? 0;
      weight += inputWeight(argument, given.value);
    }
    return weight;
  }

  function inputWeight({ type }: Pick<GraphQLArgument, 'type'>, value: ValueNode): number {
    const named = getNamedType(type);
    if (!isInputObjectType(named)) return 0;
    if (value.kind === Kind.LIST) {
      return value.values.reduce((total, each) => total + inputWeight({ type: named }, each), 0);
    }
    if (value.kind !== Kind.OBJECT) return 0;
    return value.fields.reduce((total, { name, value: inner }) => {
      const field = named.getFields()[name.value];
      if (field === undefined) return total;
      const own = rules.weights.get(`${named.name}.${name.value}`) ?? 0;
      return total + own + inputWeight(field, inner);
    }, 0);
  }
}

/** `a a` is one field: its children are those of both. */
function addOnce(nodes: CostNode[], node: CostNode): void {
  const at = nodes.findIndex(
    (known) => known.responseName === node.responseName && known.coordinate === node.coordinate,
  );
  const known = nodes[at];
  if (known === undefined) {
    nodes.push(node);
    return;
  }
  const children = [...known.children];
  for (const child of node.children) addOnce(children, child);
  nodes[at] = { ...known, children };
}

/** Follows `input.first` through what is written, and from a variable on through its value. */
function sliceOf(
  path: string,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): readonly Slice[] {
  const [first, ...rest] = path.split('.');
  let value = node.arguments?.find(({ name }) => name.value === first)?.value;
  if (value === undefined) {
    const size = field.args.find(({ name }) => name === first)?.defaultValue;
    return typeof size === 'number' ? [{ size }] : [];
  }
  while (value !== undefined) {
    if (value.kind === Kind.VARIABLE) return [{ variable: value.name.value, path: rest }];
    if (value.kind === Kind.INT) return [{ size: Number(value.value) }];
    if (value.kind !== Kind.OBJECT) return [];
    const name = rest.shift();
    value = value.fields.find((each) => each.name.value === name)?.value;
  }
  return [];
}
