import {
  Kind,
  parse,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
} from 'graphql';

/** `@listSize`: how long a list can be. */
export interface ListSize {
  assumedSize?: number;
  /** Arguments that say how many are asked for; `input.first` reaches into an input object. */
  slicingArguments: readonly string[];
  /** Fields of the answer that have this size, in place of the field itself: a connection's `edges`. */
  sizedFields: readonly string[];
  requireOneSlicingArgument: boolean;
}

export interface CostRules {
  /** By coordinate: `Type`, `Type.field`, `Type.field(argument:)`. Input fields count as fields. */
  weights: ReadonlyMap<string, number>;
  /** By `Type.field`. */
  lists: ReadonlyMap<string, ListSize>;
}

const COST_SPEC = /\/cost\/v\d/;

/** Reads `@cost` and `@listSize` (https://specs.apollo.dev/cost/v0.1, after https://ibm.github.io/graphql-specs/cost-spec.html). */
export function readCostRules(supergraphSdl: string): CostRules {
  const weights = new Map<string, number>();
  const lists = new Map<string, ListSize>();
  const document = parse(supergraphSdl, { noLocation: true });
  const names = directiveNames(document);

  for (const definition of document.definitions) {
    if (!('name' in definition) || definition.name === undefined) continue;
    const type = definition.name.value;
    if ('directives' in definition) {
      read(type, definition.directives as readonly ConstDirectiveNode[] | undefined);
    }
    for (const field of fieldsOf(definition)) {
      read(`${type}.${field.name.value}`, field.directives);
      for (const argument of 'arguments' in field ? (field.arguments ?? []) : []) {
        read(`${type}.${field.name.value}(${argument.name.value}:)`, argument.directives);
      }
    }
  }
  return { weights, lists };

  function read(coordinate: string, directives: readonly ConstDirectiveNode[] = []): void {
    for (const directive of directives) {
      const values = argumentsOf(directive);
      if (directive.name.value === names.cost) {
        weights.set(coordinate, Number(values['weight'] ?? 1));
      } else if (directive.name.value === names.listSize) {
        lists.set(coordinate, listSizeOf(values));
      }
    }
  }
}

/** The names that the supergraph gives the two directives, as its `@link` imports them. */
function directiveNames(document: DocumentNode): { cost: string; listSize: string } {
  const links = document.definitions
    .filter((definition) => definition.kind === Kind.SCHEMA_DEFINITION)
    .flatMap(({ directives = [] }) => directives)
    .filter((directive) => directive.name.value === 'link')
    .map(argumentsOf);
  const link = links.find(({ url }) => COST_SPEC.test(String(url)));
  const imports = (link?.['import'] ?? []) as (string | { name: string; as?: string })[];
  const nameOf = (name: string, unimported: string): string => {
    for (const each of imports) {
      if (each === `@${name}`) return name;
      if (typeof each === 'object' && each.name === `@${name}`) return (each.as ?? name).slice(1);
    }
    return unimported;
  };
  const prefix = typeof link?.['as'] === 'string' ? link['as'] : 'cost';
  return { cost: nameOf('cost', prefix), listSize: nameOf('listSize', `${prefix}__listSize`) };
}

function fieldsOf(definition: DefinitionNode) {
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return definition.fields ?? [];
    default:
      return [];
  }
}

function argumentsOf({ arguments: args = [] }: ConstDirectiveNode): Record<string, unknown> {
  return Object.fromEntries(
    args.map(({ name, value }) => [name.value, valueFromASTUntyped(value)] as const),
  );
}

function listSizeOf(values: Record<string, unknown>): ListSize {
  const { assumedSize, slicingArguments, sizedFields, requireOneSlicingArgument } = values;
  return {
    ...(typeof assumedSize === 'number' && { assumedSize }),
    slicingArguments: (slicingArguments ?? []) as string[],
    sizedFields: (sizedFields ?? []) as string[],
    requireOneSlicingArgument: requireOneSlicingArgument !== false,
  };
}
