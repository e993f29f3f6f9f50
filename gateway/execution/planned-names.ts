import { createHash } from 'node:crypto';
import { Kind, parse, print, visit, type DocumentNode, type FieldNode } from 'graphql';
import type { Supergraph } from '../supergraph/supergraph.ts';

/**
 * The planner adds keys and required fields to what a client selects, under their own names. Where the
 * client gives such a name to another field, or to the same with other arguments, the two would be
 * taken for one: `{ book { id: title } }`. So the plan gives the client's field a name of its own.
 */
export interface PlannedNames {
  /** Nothing for a field that keeps its name. */
  nameOf: (field: FieldNode) => string | undefined;
}

interface ReservedNames {
  all: ReadonlySet<string>;
  /** Of fields that are required with arguments: not even the plain field is the same. */
  withArguments: ReadonlySet<string>;
}

const WORD = /[A-Z_a-z]\w*/g;
const WORD_WITH_ARGUMENTS = /([A-Z_a-z]\w*)\s*\(/g;
const HASH_DIGITS = 12;

const known = new WeakMap<Supergraph, PlannedNames>();

export function plannedNames(supergraph: Supergraph): PlannedNames {
  const before = known.get(supergraph);
  if (before !== undefined) return before;
  const { all, withArguments } = readReserved(supergraph.sdl);
  const names: PlannedNames = {
    nameOf({ name: { value: name }, alias, arguments: given = [] }) {
      const response = alias?.value ?? name;
      if (!all.has(response)) return undefined;
      const isPlain = response === name && given.length === 0;
      if (isPlain && !withArguments.has(name)) return undefined;
      const text = given.map((argument) => print(argument)).toSorted();
      const hash = createHash('sha256').update(text.join()).digest('hex').slice(0, HASH_DIGITS);
      return `${response}__as_${name}_${hash}`;
    },
  };
  known.set(supergraph, names);
  return names;
}

/** The document as the planner sees it. */
export function withPlannedNames(document: DocumentNode, { nameOf }: PlannedNames): DocumentNode {
  return visit(document, {
    Field(node) {
      const planned = nameOf(node);
      if (planned === undefined) return undefined;
      return { ...node, alias: { kind: Kind.NAME, value: planned } };
    },
  });
}

/** From the name in the plan to the client's, for the paths of errors. */
export function clientNames(
  document: DocumentNode,
  { nameOf }: PlannedNames,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  visit(document, {
    Field(node) {
      const planned = nameOf(node);
      if (planned !== undefined) names.set(planned, node.alias?.value ?? node.name.value);
    },
  });
  return names;
}

/** More words than field names are among them, arguments for one: that does no harm. */
function readReserved(sdl: string): ReservedNames {
  const all = new Set(['__typename']);
  const withArguments = new Set<string>();
  visit(parse(sdl, { noLocation: true }), {
    Argument({ name, value }) {
      if (name.value !== 'key' && name.value !== 'requires') return;
      if (value.kind !== Kind.STRING) return;
      for (const [word] of value.value.matchAll(WORD)) all.add(word);
      for (const [, word] of value.value.matchAll(WORD_WITH_ARGUMENTS))
        withArguments.add(word ?? '');
    },
  });
  return { all, withArguments };
}
