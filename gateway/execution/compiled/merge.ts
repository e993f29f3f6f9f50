import type { FetchedField, FetchedShape } from './fetched-shape.ts';
import {
  isResponseObject,
  newResponseObject,
  readKey,
  writeKey,
  type ResponseObject,
} from './response-object.ts';
import type { TypeConditions } from './type-conditions.ts';

/**
 * Adds what a fetch brought to an object of the answer. Whole parts are taken over, not copied: a part
 * that several places share is then completed once for all of them.
 */
export function mergeFetched(
  target: ResponseObject,
  source: ResponseObject,
  shape: FetchedShape,
  types: TypeConditions,
): void {
  if (target === source) return;
  for (const field of shape) {
    const incoming = readKey(source, field);
    if (incoming === undefined) continue;
    const known = readKey(target, field);
    if (known === undefined || known === null) writeKey(target, field, incoming);
    else if (incoming !== null) mergeValue(target, known, incoming, field, types);
  }
}

/** Both are there: of two subgraphs, one that has no value does not take away the other's. */
function mergeValue(
  target: ResponseObject,
  known: unknown,
  incoming: unknown,
  field: FetchedField,
  types: TypeConditions,
): void {
  if (field.name === '__typename') {
    // Where an interface is an object of its own a subgraph knows only the interface's name.
    if (types.isObjectType(String(incoming))) target['__typename'] = incoming;
  } else if (field.shape !== undefined && isResponseObject(known) && isResponseObject(incoming)) {
    mergeFetched(known, incoming, field.shape, types);
  } else if (field.shape !== undefined && isListLike(incoming, known)) {
    mergeLists(known as unknown[], incoming, field.shape, types);
  } else {
    writeKey(target, field, incoming);
  }
}

function mergeLists(
  known: unknown[],
  incoming: readonly unknown[],
  shape: FetchedShape,
  types: TypeConditions,
): void {
  for (const [index, item] of incoming.entries()) {
    const other = known[index];
    if (isResponseObject(other) && isResponseObject(item)) mergeFetched(other, item, shape, types);
    else if (Array.isArray(other) && Array.isArray(item)) mergeLists(other, item, shape, types);
    else if (other === null || other === undefined) known[index] = item;
  }
}

function isListLike(value: unknown, other: unknown): value is readonly unknown[] {
  return Array.isArray(value) && Array.isArray(other) && value.length === other.length;
}

/** A copy that shares no object of the shape with the original, for a second use of one answer. */
export function copyFetched(value: unknown, shape: FetchedShape): unknown {
  if (Array.isArray(value)) return value.map((item) => copyFetched(item, shape));
  if (!isResponseObject(value)) return value;
  const copy = newResponseObject();
  for (const field of shape) {
    const part = readKey(value, field);
    if (part === undefined) continue;
    writeKey(copy, field, field.shape === undefined ? part : copyFetched(part, field.shape));
  }
  return copy;
}
