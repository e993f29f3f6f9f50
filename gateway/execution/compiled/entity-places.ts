import {
  isResponseObject,
  readKey,
  responseKey,
  type ResponseKey,
  type ResponseObject,
} from './response-object.ts';

/** Where in the answer the objects are that a fetch completes. */
export type PlacePath = readonly PlaceStep[];

export interface PlaceStep {
  /** Absent for `@`: each item of a list. */
  key: ResponseKey | undefined;
  /** Only objects of these types are meant. */
  types: ReadonlySet<string> | undefined;
}

const TYPES_MARK = '|[';

/** From a plan's path: `a`, `@`, each with types behind it where it is conditional (`a|[Book,Film]`). */
export function parsePlacePath(path: readonly (string | number)[]): PlacePath {
  return path.map((element) => {
    const text = String(element);
    const mark = text.indexOf(TYPES_MARK);
    const name = mark < 0 ? text : text.slice(0, mark);
    const types = mark < 0 ? undefined : new Set(text.slice(mark + 2, -1).split(','));
    const isKey = name !== '@' && name !== '';
    return { key: isKey ? responseKey(name) : undefined, types };
  });
}

/** The objects at a path, each once, however many places share it. */
export function findEntities(root: ResponseObject, path: PlacePath): readonly ResponseObject[] {
  let found: readonly ResponseObject[] = [root];
  for (const step of path) {
    const { key } = step;
    // Lists are opened when they are met, so that their own step has nothing left but its condition.
    const next = new Set<ResponseObject>();
    for (const object of found) {
      if (key === undefined) {
        if (isOfTypes(object, step)) next.add(object);
      } else collect(readKey(object, key), step, next);
    }
    if (next.size === 0) return [];
    found = [...next];
  }
  return found;
}

function collect(value: unknown, step: PlaceStep, into: Set<ResponseObject>): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, step, into);
  } else if (isResponseObject(value) && isOfTypes(value, step)) into.add(value);
}

function isOfTypes(object: ResponseObject, { types }: PlaceStep): boolean {
  const { __typename: typename } = object;
  return types === undefined || typeof typename !== 'string' || types.has(typename);
}

export interface EntityPlace {
  entity: ResponseObject;
  path: readonly (string | number)[];
}

/** The same objects with the path of every place where they stand, for errors: at most `limit` of them. */
export function findPlaces(root: ResponseObject, path: PlacePath, limit: number): EntityPlace[] {
  const places: EntityPlace[] = [];
  walk(root, 0, []);
  return places;

  function walk(value: unknown, at: number, walked: (string | number)[]): void {
    if (places.length >= limit) return;
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) walk(item, at, [...walked, index]);
      return;
    }
    if (!isResponseObject(value)) return;
    const before = path[at - 1];
    if (before !== undefined && !isOfTypes(value, before)) return;
    const step = path[at];
    if (step === undefined) places.push({ entity: value, path: walked });
    else if (step.key === undefined) walk(value, at + 1, walked);
    else walk(readKey(value, step.key), at + 1, [...walked, step.key.name]);
  }
}
