import { createHash } from 'node:crypto';
import { Kind, parse, print, visit, type DocumentNode, type FieldNode } from 'graphql';
import { isNameOfPlans } from '../supergraph/planner/requirements/required-variant.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';

/**
 * The planner adds keys and required fields to what a client selects, under their own names. Where the
 * client gives such a name to another field, or to the same with other arguments, the two would be
 * taken for one: `{ book { id: title } }`. And a client may give one name to different fields below types that
 * exclude each other, which planners bring together: `{ ... on Book { n: pages } ... on Film { n: minutes } }` has
 * ended the process of one. So the plan gives such a field a name of its own.
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

const reserved = new WeakMap<Supergraph, ReservedNames>();

export function plannedNames(supergraph: Supergraph, document: DocumentNode): PlannedNames {
  const known = reserved.get(supergraph) ?? readReserved(supergraph.sdl);
  reserved.set(supergraph, known);
  const { all, withArguments } = known;
  const ambiguous = ambiguousNames(document);
  return {
    nameOf(field) {
      const response = responseName(field);
      const isFree = !all.has(response) && !ambiguous.has(response) && !isNameOfPlans(response);
      if (isFree) return undefined;
      const name = field.name.value;
      const isPlain = response === name && (field.arguments ?? []).length === 0;
      if (isPlain && !withArguments.has(name)) return undefined;
      const hash = createHash('sha256').update(argumentsText(field)).digest('hex');
      return `${response}__as_${name}_${hash.slice(0, HASH_DIGITS)}`;
    },
  };
}

/** Names that stand for more than one thing in a document, wherever that is. */
function ambiguousNames(document: DocumentNode): ReadonlySet<string> {
  const meanings = new Map<string, string>();
  const ambiguous = new Set<string>();
  visit(document, {
    Field(field) {
      const response = responseName(field);
      const meaning = `${field.name.value}(${argumentsText(field)})`;
      if ((meanings.get(response) ?? meaning) !== meaning) ambiguous.add(response);
      meanings.set(response, meaning);
    },
  });
  return ambiguous;
}

const responseName = ({ alias, name }: FieldNode): string => (alias ?? name).value;

function argumentsText({ arguments: given = [] }: FieldNode): string {
  return given.length === 0
    ? ''
    : given
        .map((argument) => print(argument))
        .toSorted()
        .join();
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
