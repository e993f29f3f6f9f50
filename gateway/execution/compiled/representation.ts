import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { compileRewrites } from './rewrites.ts';
import {
  isResponseObject,
  newResponseObject,
  readKey,
  responseKey,
  writeKey,
  type ResponseKey,
  type ResponseObject,
} from './response-object.ts';
import type { TypeConditions } from './type-conditions.ts';

/** The entities that a fetch asks for, each once, and which of them each object of the answer is. */
export interface Representations {
  list: readonly ResponseObject[];
  /** The key of each, in order: lists with the same keys ask for the same. */
  keys: readonly string[];
  /** Per entity the place in the list; -1 for an object that lacks what the fetch needs. */
  indexes: readonly number[];
}

export type BuildRepresentations = (entities: readonly ResponseObject[]) => Representations;

type Build = (source: ResponseObject) => ResponseObject | undefined;

/** From what the plan requires: a function that says of which entities a fetch asks. */
export function compileRepresentations(
  { requires = [], inputRewrites }: FetchNode,
  types: TypeConditions,
): BuildRepresentations {
  const build = compileSelections(requires, types);
  const rewrite = compileRewrites(inputRewrites, types);

  return (entities) => {
    const list: ResponseObject[] = [];
    const keys: string[] = [];
    const known = new Map<string, number>();
    const indexes = entities.map((entity) => {
      const representation = build(entity);
      if (representation?.['__typename'] === undefined) return -1;
      const key = JSON.stringify(representation);
      const before = known.get(key);
      if (before !== undefined) return before;
      rewrite?.(representation);
      known.set(key, list.length);
      keys.push(key);
      return list.push(representation) - 1;
    });
    return { list, keys, indexes };
  };
}

/** Nothing, when a field is missing. */
function compileSelections(
  selections: readonly QueryPlanSelectionNode[],
  types: TypeConditions,
): Build {
  const parts = selections.map((selection) => compileSelection(selection, types));
  const [only] = parts;
  return (source) => {
    const result = newResponseObject();
    if (parts.length === 1) return only?.(source, result) === false ? undefined : result;
    for (const part of parts) if (!part(source, result)) return undefined;
    return result;
  };
}

function compileSelection(
  selection: QueryPlanSelectionNode,
  types: TypeConditions,
): (source: ResponseObject, result: ResponseObject) => boolean {
  if (selection.kind === 'InlineFragment') {
    const { typeCondition, selections } = selection;
    const build = compileSelections(selections, types);
    return (source, result) => {
      if (typeCondition !== undefined && types.applies(typeCondition, source, false)) {
        addTo(result, build(source));
      }
      return true;
    };
  }

  const key = responseKey(selection.alias ?? selection.name);
  const build =
    selection.selections === undefined ? undefined : compileSelections(selection.selections, types);
  return (source, result) => {
    const value = readKey(source, key);
    if (value === undefined) return false;
    writeKey(result, key, build === undefined ? value : buildEach(value, build));
    return true;
  };
}

function buildEach(value: unknown, build: Build): unknown {
  if (Array.isArray(value)) return value.map((item) => buildEach(item, build));
  return isResponseObject(value) ? (build(value) ?? null) : null;
}

/** Fragments of several types may apply to one object, and share keys. */
function addTo(result: ResponseObject, part: ResponseObject | undefined): void {
  if (part === undefined) return;
  for (const [name, value] of Object.entries(part)) {
    const key: ResponseKey = responseKey(name);
    const known = readKey(result, key);
    writeKey(result, key, known === undefined ? value : bothOf(known, value));
  }
}

function bothOf(known: unknown, value: unknown): unknown {
  if (Array.isArray(known) && Array.isArray(value)) {
    return known.map((item, index) => bothOf(item, value[index]));
  }
  if (isResponseObject(known) && isResponseObject(value)) {
    addTo(known, value);
    return known;
  }
  return known ?? value;
}
