import type { RequiredSelection } from '../../supergraph/planner/plan.ts';
import {
  newResponseObject,
  readKey,
  responseKey,
  writeKey,
  type ResponseKey,
  type ResponseObject,
} from './response-object.ts';
import type { TypeConditions } from './type-conditions.ts';

/** What an entity of this type is known by, beside its type; nothing where that is more than plain values. */
export type PlainKeysOf = (typename: string) => readonly ResponseKey[] | undefined;

const MAX_KEYS = 8;

/**
 * Most entities are told apart by a few strings and numbers of one type. Those are looked up as they are:
 * putting them together to one text takes four times as long.
 */
export function compilePlainKeys(
  requires: readonly RequiredSelection[],
  types: TypeConditions,
): PlainKeysOf {
  const known = new Map<string, readonly ResponseKey[] | undefined>();
  return (typename) => {
    if (known.has(typename)) return known.get(typename);
    // Subgraphs may send any name: only those of the schema are kept.
    if (!types.isObjectType(typename)) return undefined;
    const keys = keysOf(typename);
    known.set(typename, keys);
    return keys;
  };

  function keysOf(typename: string): readonly ResponseKey[] | undefined {
    const object = { __typename: typename };
    const applying: (readonly RequiredSelection[])[] = [];
    for (const part of requires) {
      if (part.kind !== 'InlineFragment' || part.typeCondition === undefined) return undefined;
      if (types.applies(part.typeCondition, object, false)) applying.push(part.selections);
    }
    const [selections = []] = applying;
    if (applying.length !== 1 || selections.length > MAX_KEYS + 1) return undefined;
    const names: string[] = [];
    for (const part of selections) {
      if (part.kind !== 'Field' || part.selections !== undefined) return undefined;
      names.push(part.alias ?? part.name);
    }
    if (!names.includes('__typename') || names.length < 2) return undefined;
    return names.filter((name) => name !== '__typename').map(responseKey);
  }
}

/** The entity is not among those found so far. */
export const NEW = -2;
/** What the entity is known by is more than plain values. */
export const NOT_PLAIN = -3;
const MISSING = -1;

/** By the value of one key after the other. */
type Level = Map<unknown, Level | number>;

/** The entities of one fetch by their plain keys. */
export class PlainIndex {
  private readonly keysOf: PlainKeysOf;
  private readonly roots: Map<string, Level> = new Map();
  private typename = '';
  private keys: readonly ResponseKey[] | undefined = undefined;
  private root: Level = new Map();
  /** Where the entity belongs that was looked for last. */
  private level: Level = this.root;
  private lastValue: unknown = undefined;
  private last: ResponseObject = {};

  constructor(keysOf: PlainKeysOf) {
    this.keysOf = keysOf;
  }

  /** Its place in the list, -1 when a key is missing, or one of the two above. */
  find(entity: ResponseObject): number {
    const { __typename: typename } = entity;
    if (typeof typename !== 'string') return NOT_PLAIN;
    if (typename !== this.typename) this.enter(typename);
    const { keys } = this;
    if (keys === undefined) return NOT_PLAIN;

    this.last = entity;
    let found: Level | number | undefined = this.root;
    for (const key of keys) {
      const value = readKey(entity, key);
      if (value === undefined) return MISSING;
      if (typeof value === 'object' && value !== null) return NOT_PLAIN;
      if (found === undefined) {
        found = new Map();
        this.level.set(this.lastValue, found);
      }
      this.level = found as Level;
      this.lastValue = value;
      found = this.level.get(value);
    }
    return (found as number | undefined) ?? NEW;
  }

  /** The entity that was looked for last, as its subgraph is asked for it. */
  represent(): ResponseObject {
    const { last, typename, keys = [] } = this;
    const representation = newResponseObject();
    representation['__typename'] = typename;
    for (const key of keys) writeKey(representation, key, readKey(last, key));
    return representation;
  }

  /** The place of the entity that was looked for last. */
  add(index: number): number {
    this.level.set(this.lastValue, index);
    return index;
  }

  private enter(typename: string): void {
    this.typename = typename;
    this.keys = this.keysOf(typename);
    const known = this.roots.get(typename);
    if (known === undefined) this.roots.set(typename, (this.root = new Map()));
    else this.root = known;
  }
}
