import type { FetchNode, RequiredSelection } from '../../supergraph/planner/plan.ts';
import { compilePlainKeys, NEW, NOT_PLAIN, PlainIndex } from './plain-keys.ts';
import { compileRewrites } from './rewrites.ts';
import {
  isResponseObject,
  newResponseObject,
  readKey,
  responseKey,
  writeKey,
  type ResponseObject,
} from './response-object.ts';
import type { TypeConditions } from './type-conditions.ts';

/** The entities that a fetch asks for, each once, and which of them each object of the answer is. */
export interface Representations {
  list: readonly ResponseObject[];
  /** Per entity the place in the list; -1 for an object that lacks what the fetch needs. */
  indexes: readonly number[];
}

export type BuildRepresentations = (entities: readonly ResponseObject[]) => Representations;

/**
 * What is required of an object, in two steps: a key that is the same for the same entity, and only
 * for a new key the representation itself. Most entities of an answer are there many times: of the 465
 * of the benchmark query 27 are different.
 */
interface Requirement {
  /** Nothing, when a field is missing. */
  keyOf: (source: ResponseObject) => string | undefined;
  addTo: (result: ResponseObject, source: ResponseObject) => void;
}

/** From what the plan requires: a function that says of which entities a fetch asks. */
export function compileRepresentations(
  { requires = [], inputRewrites }: Pick<FetchNode, 'requires' | 'inputRewrites'>,
  types: TypeConditions,
): BuildRepresentations {
  const { keyOf, addTo } = compileSelections(requires, types);
  const rewrite = compileRewrites(inputRewrites, types);
  const plainKeysOf = compilePlainKeys(requires, types);

  return (entities) => {
    const list: ResponseObject[] = [];
    const indexes: number[] = [];
    const plain = new PlainIndex(plainKeysOf);
    let texts: Map<string, number> | undefined;
    for (const entity of entities) {
      let index = plain.find(entity);
      if (index === NOT_PLAIN) index = findByText(entity, (texts ??= new Map()));
      else if (index === NEW) index = plain.add(push(plain.represent()));
      indexes.push(index);
    }
    return { list, indexes };

    function findByText(entity: ResponseObject, known: Map<string, number>): number {
      const key = keyOf(entity);
      if (key === undefined) return -1;
      const before = known.get(key);
      if (before !== undefined) return before;
      const index = add(entity);
      known.set(key, index);
      return index;
    }

    function add(entity: ResponseObject): number {
      const representation = newResponseObject();
      addTo(representation, entity);
      return typeof representation['__typename'] === 'string' ? push(representation) : -1;
    }

    function push(representation: ResponseObject): number {
      rewrite?.(representation);
      return list.push(representation) - 1;
    }
  };
}

function compileSelections(
  selections: readonly RequiredSelection[],
  types: TypeConditions,
): Requirement {
  const parts = selections.map((selection) => compileSelection(selection, types));
  return {
    keyOf(source) {
      let key = '';
      for (const part of parts) {
        const own = part.keyOf(source);
        if (own === undefined) return undefined;
        key += own;
      }
      return key;
    },
    addTo(result, source) {
      for (const part of parts) part.addTo(result, source);
    },
  };
}

function compileSelection(selection: RequiredSelection, types: TypeConditions): Requirement {
  if (selection.kind === 'InlineFragment') {
    return compileFragment(
      selection.typeCondition,
      compileSelections(selection.selections, types),
      types,
    );
  }

  const key = responseKey(selection.alias ?? selection.name);
  const inner =
    selection.selections === undefined ? undefined : compileSelections(selection.selections, types);
  return {
    keyOf(source) {
      const value = readKey(source, key);
      if (value === undefined) return undefined;
      return inner === undefined ? leafKey(value) : partKey(value, inner);
    },
    addTo(result, source) {
      const value = readKey(source, key);
      const part = inner === undefined ? value : buildPart(value, inner);
      const known = readKey(result, key);
      writeKey(result, key, known === undefined ? part : bothOf(known, part));
    },
  };
}

/** A fragment that does not apply, or of which something is missing, requires nothing. */
function compileFragment(
  condition: string | undefined,
  inner: Requirement,
  types: TypeConditions,
): Requirement {
  const applies = (source: ResponseObject) =>
    condition !== undefined && types.applies(condition, source, false);
  return {
    keyOf: (source) => (applies(source) ? `{${inner.keyOf(source) ?? ''}}` : '-'),
    addTo(result, source) {
      if (applies(source) && inner.keyOf(source) !== undefined) inner.addTo(result, source);
    },
  };
}

// Each with its type and, where it may hold anything, its length, so that no two values have one key.
function leafKey(value: unknown): string {
  if (typeof value === 'string') return `${value.length}:${value}`;
  if (typeof value === 'number' || typeof value === 'boolean') return `${value};`;
  const text = JSON.stringify(value) ?? '';
  return `${text.length}j${text}`;
}

function partKey(value: unknown, inner: Requirement): string {
  if (Array.isArray(value)) {
    return `[${value.map((item) => partKey(item, inner)).join()}]`;
  }
  return isResponseObject(value) ? `(${inner.keyOf(value) ?? ''})` : '0';
}

function buildPart(value: unknown, inner: Requirement): unknown {
  if (Array.isArray(value)) return value.map((item) => buildPart(item, inner));
  if (!isResponseObject(value) || inner.keyOf(value) === undefined) return null;
  const part = newResponseObject();
  inner.addTo(part, value);
  return part;
}

/** Fragments of several types may apply to one object, and share fields. */
function bothOf(known: unknown, value: unknown): unknown {
  if (Array.isArray(known) && Array.isArray(value)) {
    return known.map((item, index) => bothOf(item, value[index]));
  }
  if (isResponseObject(known) && isResponseObject(value)) {
    for (const [name, part] of Object.entries(value)) {
      const key = responseKey(name);
      const before = readKey(known, key);
      writeKey(known, key, before === undefined ? part : bothOf(before, part));
    }
    return known;
  }
  return known ?? value;
}
