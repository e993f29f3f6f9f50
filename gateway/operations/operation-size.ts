import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** How big an operation is with its fragments spread out. */
export interface OperationSize {
  /** Fields below fields; a root field alone is 1. */
  depth: number;
  fields: number;
  rootFields: number;
  aliases: number;
  directives: number;
  /** How often the most repeated name occurs in one selection set: validation compares each pair of them. */
  repeats: number;
  /** Whether it asks for `__schema` or `__type`. */
  isIntrospecting: boolean;
}

interface Counted {
  depth: number;
  fields: number;
  aliases: number;
  directives: number;
  repeats: number;
  /** Fields of the outermost level, by the name they have in the answer. */
  names: Map<string, number>;
  isIntrospecting: boolean;
}

/**
 * Each fragment is counted once and its count reused, so that fragments which double at every level are
 * measured in the time that it takes to read them. A cycle ends where it closes: validation reports it.
 */
export function measureOperation(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationSize {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const counted = new Map<string, Counted | undefined>();

  const { names, ...total } = count(operation.selectionSet);
  const rootFields = sum(names.values());
  const directives = total.directives + (operation.directives?.length ?? 0);
  return { ...total, directives, rootFields, repeats: Math.max(total.repeats, most(names)) };

  function count({ selections }: SelectionSetNode): Counted {
    const counts = nothing();
    for (const selection of selections) {
      counts.directives += selection.directives?.length ?? 0;
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        counts.fields += 1;
        counts.aliases += selection.alias === undefined ? 0 : 1;
        counts.depth = Math.max(counts.depth, 1);
        counts.names.set(name, (counts.names.get(name) ?? 0) + 1);
        counts.isIntrospecting ||= /^__(schema|type)$/.test(selection.name.value);
        if (selection.selectionSet !== undefined) addBelow(counts, count(selection.selectionSet));
      } else {
        const inner =
          selection.kind === Kind.INLINE_FRAGMENT
            ? count(selection.selectionSet)
            : countFragment(selection.name.value);
        if (inner !== undefined) addBeside(counts, inner);
      }
    }
    return counts;
  }

  function countFragment(name: string): Counted | undefined {
    const fragment = fragments.get(name);
    if (fragment === undefined || counted.has(name)) return counted.get(name);
    // Undefined while it is being counted: a cycle finds nothing here.
    counted.set(name, undefined);
    const result = count(fragment.selectionSet);
    result.directives += fragment.directives?.length ?? 0;
    counted.set(name, result);
    return result;
  }
}

function addBelow(total: Counted, inner: Counted): void {
  total.depth = Math.max(total.depth, inner.depth + 1);
  addCounts(total, inner);
  total.repeats = Math.max(total.repeats, most(inner.names));
}

function addBeside(total: Counted, inner: Counted): void {
  total.depth = Math.max(total.depth, inner.depth);
  addCounts(total, inner);
  for (const [name, times] of inner.names) {
    total.names.set(name, (total.names.get(name) ?? 0) + times);
  }
}

function addCounts(total: Counted, inner: Counted): void {
  total.fields += inner.fields;
  total.aliases += inner.aliases;
  total.directives += inner.directives;
  total.repeats = Math.max(total.repeats, inner.repeats);
  total.isIntrospecting ||= inner.isIntrospecting;
}

function nothing(): Counted {
  const names = new Map<string, number>();
  return {
    depth: 0,
    fields: 0,
    aliases: 0,
    directives: 0,
    repeats: 0,
    names,
    isIntrospecting: false,
  };
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((a, b) => a + b, 0);

const most = (names: ReadonlyMap<string, number>): number => Math.max(0, ...names.values());
