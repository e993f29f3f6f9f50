import {
  Kind,
  parse,
  print,
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type FieldNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { graphNames, textOf } from '../join-directives.ts';
import { nameVariants } from './name-variants.ts';
import { requirementOf, withRequirement } from './requirement-sets.ts';
import type { RequiredVariant } from './required-variant.ts';

/** A supergraph in which no field is required with different arguments. */
export interface DistinctRequirements {
  sdl: string;
  /** By their name. */
  variants: ReadonlyMap<string, RequiredVariant>;
  /** All that a field of a type requires in a subgraph. */
  requiredBy: (subgraph: string, type: string, field: string) => readonly RequiredPath[];
}

/** Where a required field stands in a representation, `home.size`, and the name that it has in plans, `size__given_1`. */
export interface RequiredPath {
  path: string;
  name: string;
}

type Composite = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

const NONE: readonly RequiredPath[] = [];

/**
 * Planners take two requirements of one field for one, whatever their arguments are, or forget on the way which was
 * meant where. So each gets a field of its own, without arguments, as if the subgraph had one: `steps(n: 2)` becomes
 * `steps__given_1`. Undefined where nothing is required with different arguments, which is nearly always.
 */
export function distinguishRequirements(sdl: string): DistinctRequirements | undefined {
  if (!sdl.includes('requires:')) return undefined;
  const document = parse(sdl, { noLocation: true });
  const composites = document.definitions.filter(isComposite);
  const types = new Map(composites.map((type) => [type.name.value, type]));
  const variantOf = nameVariants(composites.flatMap(requirementsOf));
  if (variantOf === undefined) return undefined;
  const subgraphs = graphNames(document.definitions);
  const variantsOfType = new Map<string, Map<string, RequiredVariant>>();
  const variants = new Map<string, RequiredVariant>();
  const required = new Map<string, RequiredPath[]>();
  // First all requirements, for what is required may itself require.
  const renamed = document.definitions.map((each) => (isComposite(each) ? withNames(each) : each));
  const definitions = renamed.map((each) => (isComposite(each) ? withVariants(each) : each));
  return {
    sdl: print({ ...document, definitions }),
    variants,
    requiredBy: (subgraph, type, field) => required.get(`${subgraph} ${type}.${field}`) ?? NONE,
  };

  function withNames<Type extends Composite>(type: Type): Type {
    return { ...type, fields: type.fields?.map((field) => withNamesOf(field, type)) };
  }

  function withNamesOf(field: FieldDefinitionNode, type: Composite): FieldDefinitionNode {
    const { directives = [] } = field;
    return { ...field, directives: directives.map((each) => withName(each, type, field)) };
  }

  function withName(
    directive: ConstDirectiveNode,
    type: Composite,
    field: FieldDefinitionNode,
  ): ConstDirectiveNode {
    const set = requirementOf(directive);
    if (set === undefined) return directive;
    const paths: RequiredPath[] = [];
    const changed = renamedSet(set, type.name.value, '', paths);
    const graph = textOf(directive, 'graph') ?? '';
    const subgraph = subgraphs.get(graph) ?? graph;
    required.set(`${subgraph} ${type.name.value}.${field.name.value}`, paths);
    return withRequirement(directive, changed);
  }

  function renamedSet(
    set: SelectionSetNode,
    parent: string,
    place: string,
    paths: RequiredPath[],
  ): SelectionSetNode {
    const selections = set.selections.map((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
      if (selection.kind === Kind.FIELD) return renamedField(selection, parent, place, paths);
      const type = selection.typeCondition?.name.value ?? parent;
      return { ...selection, selectionSet: renamedSet(selection.selectionSet, type, place, paths) };
    });
    return { ...set, selections };
  }

  function renamedField(
    field: FieldNode,
    parent: string,
    place: string,
    paths: RequiredPath[],
  ): FieldNode {
    const variant = variantOf?.(field);
    const path = `${place}${field.name.value}`;
    paths.push({ path, name: variant?.name ?? field.name.value });
    if (variant !== undefined) addVariant(parent, variant);
    const named: FieldNode =
      variant === undefined ? field : { kind: field.kind, name: nameNode(variant.name) };
    if (field.selectionSet === undefined) return named;
    const inner = typeOf(parent, field.name.value);
    return { ...named, selectionSet: renamedSet(field.selectionSet, inner, `${path}.`, paths) };
  }

  /** An interface's field is one of each type that implements it. */
  function addVariant(parent: string, variant: RequiredVariant): void {
    variants.set(variant.name, variant);
    const known = variantsOfType.get(parent) ?? new Map<string, RequiredVariant>();
    variantsOfType.set(parent, known.set(variant.name, variant));
    if (types.get(parent)?.kind !== Kind.INTERFACE_TYPE_DEFINITION) return;
    for (const type of composites) {
      const isOne = type.interfaces?.some(({ name }) => name.value === parent) === true;
      if (isOne) addVariant(type.name.value, variant);
    }
  }

  function withVariants<Type extends Composite>(type: Type): Type {
    const { fields = [] } = type;
    const own = [...(variantsOfType.get(type.name.value)?.values() ?? [])];
    const added = own.flatMap(({ name, field }) => {
      const like = fields.find((each) => each.name.value === field);
      return like === undefined ? [] : [fieldLike(like, name)];
    });
    return added.length === 0 ? type : { ...type, fields: [...fields, ...added] };
  }

  function typeOf(parent: string, field: string): string {
    const found = types.get(parent)?.fields?.find(({ name }) => name.value === field);
    let type = found?.type;
    while (type !== undefined && type.kind !== Kind.NAMED_TYPE) type = type.type;
    return type?.name.value ?? '';
  }
}

const nameNode = (value: string) => ({ kind: Kind.NAME, value }) as const;

/** In the same subgraphs, requiring the same, taken over from the same. */
function fieldLike(field: FieldDefinitionNode, name: string): FieldDefinitionNode {
  const { kind, type, directives = [] } = field;
  const joins = directives.filter((each) => each.name.value === 'join__field');
  return { kind, name: nameNode(name), type, directives: joins };
}

function requirementsOf({ fields = [] }: Composite): SelectionSetNode[] {
  return fields.flatMap(({ directives = [] }) =>
    directives.flatMap((directive) => requirementOf(directive) ?? []),
  );
}

function isComposite(definition: DefinitionNode): definition is Composite {
  return (
    definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
    definition.kind === Kind.INTERFACE_TYPE_DEFINITION
  );
}
