import type { PlannedRewrite } from '../../supergraph/planner/plan.ts';
import {
  isResponseObject,
  readKey,
  responseKey,
  writeKey,
  type ResponseObject,
} from './response-object.ts';
import type { TypeConditions } from './type-conditions.ts';

/** Changes a value in place. */
export type Rewrite = (value: unknown) => void;

const FRAGMENT_PREFIX = '... on ';

/** Elements of a rewrite's path are keys, or conditions on the type of the object reached so far. */
export function isFragmentElement(element: string): boolean {
  return element.startsWith(FRAGMENT_PREFIX);
}

/** What the planner wants changed in a fetch's input or output, as one function. */
export function compileRewrites(
  rewrites: readonly PlannedRewrite[] | undefined,
  types: TypeConditions,
): Rewrite | undefined {
  if (rewrites === undefined || rewrites.length === 0) return undefined;
  const steps = rewrites.map((rewrite) => compileRewrite(rewrite, types));
  return (value) => {
    for (const step of steps) step(value);
  };
}

function compileRewrite(rewrite: PlannedRewrite, types: TypeConditions): Rewrite {
  const last = rewrite.path.at(-1);
  if (last === undefined || isFragmentElement(last)) {
    throw new Error(`expected a rewrite's path to end in a key: ${rewrite.path.join('.')}`);
  }
  const key = responseKey(last);
  if (rewrite.kind === 'ValueSetter') {
    const value: unknown = rewrite.setValueTo;
    return atPath(rewrite.path.slice(0, -1), types, (object) => writeKey(object, key, value));
  }
  const renamed = responseKey(rewrite.renameKeyTo);
  return atPath(rewrite.path.slice(0, -1), types, (object) => {
    const value = readKey(object, key);
    if (value === undefined) return;
    writeKey(object, renamed, value);
    writeKey(object, key, undefined);
  });
}

function atPath(
  path: readonly string[],
  types: TypeConditions,
  change: (object: ResponseObject) => void,
): Rewrite {
  const [first, ...rest] = path;
  if (first === undefined) return eachObject(change);
  const inner = atPath(rest, types, change);
  if (isFragmentElement(first)) {
    const condition = first.slice(FRAGMENT_PREFIX.length);
    return eachObject((object) => {
      if (types.applies(condition, object, true)) inner(object);
    });
  }
  const key = responseKey(first);
  return eachObject((object) => inner(readKey(object, key)));
}

function eachObject(change: (object: ResponseObject) => void): Rewrite {
  return (value) => {
    if (Array.isArray(value)) {
      const each = eachObject(change);
      for (const item of value) each(item);
    } else if (isResponseObject(value)) change(value);
  };
}
