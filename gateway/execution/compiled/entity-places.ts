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
  /** Absent for `@` with types: each item of a list that is of them. */
  key: ResponseKey | undefined;
  /** Only objects of these types are meant. */
  types: ReadonlySet<string> | undefined;
}

const TYPES_MARK = '|[';

/**
 * From a plan's path: `a`, `@`, each with types behind it where it is conditional (`a|[Book,Film]`). Lists
 * are opened where they are met, so that an `@` without a condition says nothing.
 */
export function parsePlacePath(path: readonly (string | number)[]): PlacePath {
  return path.map(parseStep).filter(({ key, types }) => key !== undefined || types !== undefined);
}

function parseStep(element: string | number): PlaceStep {
  const text = String(element);
  const mark = text.indexOf(TYPES_MARK);
  const name = mark < 0 ? text : text.slice(0, mark);
  const types = mark < 0 ? undefined : new Set(text.slice(mark + 2, -1).split(','));
  const isKey = name !== '@' && name !== '';
  return { key: isKey ? responseKey(name) : undefined, types };
}

const NONE: readonly ResponseObject[] = [];

/**
 * The objects at a path. Where objects may stand at several places, each once; as long as none can, which
 * is nearly always, nothing is compared.
 */
export function findEntities(
  root: ResponseObject,
  path: PlacePath,
  isShared: boolean,
): readonly ResponseObject[] {
  let found: ResponseObject[] = [root];
  for (const step of path) {
    const { key } = step;
    const next: ResponseObject[] = [];
    for (const object of found) {
      if (key === undefined) {
        if (isOfTypes(object, step)) next.push(object);
      } else collect(readKey(object, key), step, next);
    }
    if (next.length === 0) return NONE;
    found = isShared ? [...new Set(next)] : next;
  }
  return found;
}

function collect(value: unknown, step: PlaceStep, into: ResponseObject[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, step, into);
  } else if (step.types === undefined || isOfTypes(value as ResponseObject, step)) {
    into.push(value as ResponseObject);
  }
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
