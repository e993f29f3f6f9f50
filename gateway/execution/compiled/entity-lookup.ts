import type { FetchNode } from '../../supergraph/planner/plan.ts';
import type { CompiledFetch } from './ask-subgraph.ts';
import { locateErrors, type FetchedPlaces } from './fetch-errors.ts';
import type { FetchedShape } from './fetched-shape.ts';
import { mergeFetched } from './merge.ts';
import { compileRepresentations, type BuildRepresentations } from './representation.ts';
import { isResponseObject, type ResponseObject } from './response-object.ts';
import { compileRewrites } from './rewrites.ts';
import { addErrors, type Run } from './run.ts';
import type { TypeConditions } from './type-conditions.ts';

/** The field of federation that looks entities up. */
export const ENTITIES = '_entities';

/** From objects of the answer to what a subgraph is asked of them, and back. */
export interface CompiledLookup {
  represent: BuildRepresentations;
  /** Adds what was received to each entity, by its place in the list of representations. */
  merge: (
    run: Run,
    received: readonly unknown[],
    entities: readonly ResponseObject[],
    indexes: readonly number[],
  ) => void;
}

export function compileLookup(
  node: Pick<FetchNode, 'requires' | 'inputRewrites' | 'outputRewrites'>,
  shape: FetchedShape,
  types: TypeConditions,
): CompiledLookup {
  const rewrite = compileRewrites(node.outputRewrites, types);
  const hasParts = shape.some((field) => field.shape !== undefined);
  return {
    represent: compileRepresentations(node, types),
    merge(run, received, entities, indexes) {
      if (hasParts && received.length < entities.length) run.hasSharedParts = true;
      const rewritten = rewrite === undefined ? undefined : new Set<unknown>();
      for (let place = 0; place < entities.length; place += 1) {
        const index = indexes[place] ?? -1;
        const entity = entities[place];
        const part = index < 0 ? undefined : received[index];
        if (entity === undefined || !isResponseObject(part)) continue;
        if (rewritten !== undefined && !rewritten.has(part)) {
          // Rewrites are conditional on the type, for which a fetch need not have asked again.
          part['__typename'] ??= entity['__typename'];
          rewrite?.(part);
          rewritten.add(part);
        }
        mergeFetched(entity, part, shape, types);
      }
    },
  };
}

/** What stands under the name of a lookup; a text says what is wrong with it. */
export function entitiesOf(
  data: unknown,
  name: string,
  expected: number,
): readonly unknown[] | string | undefined {
  const received = isResponseObject(data) ? data[name] : undefined;
  if (Array.isArray(received) && received.length === expected) return received;
  // Without data the subgraph's own errors say why.
  if (data === null || data === undefined || received === null) return undefined;
  return `expected ${expected} entities`;
}

export function noteMissing(
  run: Run,
  { node: { serviceName } }: CompiledFetch,
  places: FetchedPlaces,
  what: string,
): void {
  const message = `${what} from ${serviceName}`;
  addErrors(run, locateErrors(serviceName, [{ message }], places));
}
