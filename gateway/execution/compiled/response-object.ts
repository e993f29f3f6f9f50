/** An object of an answer, while it is gathered from subgraphs or as it goes to the client. */
export type ResponseObject = Record<string, unknown>;

// Objects that inherit from this have no `__proto__` to set and nothing to read by accident, and unlike
// those of `Object.create(null)` V8 keeps them as fast as object literals.
const NOTHING: object = Object.freeze(Object.create(null) as object);

export function newResponseObject(): ResponseObject {
  return Object.create(NOTHING) as ResponseObject;
}

export function isResponseObject(value: unknown): value is ResponseObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A key of an answer. Clients choose aliases, so that it may also be a name that every object inherits. */
export interface ResponseKey {
  name: string;
  isInherited: boolean;
}

export function responseKey(name: string): ResponseKey {
  return { name, isInherited: name in Object.prototype };
}

/** The object's own value, never an inherited one. */
export function readKey(object: ResponseObject, { name, isInherited }: ResponseKey): unknown {
  return isInherited && !Object.hasOwn(object, name) ? undefined : object[name];
}

/** Sets an own value: `__proto__` is a name like any other. */
export function writeKey(object: ResponseObject, key: ResponseKey, value: unknown): void {
  if (!key.isInherited) {
    object[key.name] = value;
    return;
  }
  Object.defineProperty(object, key.name, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}
