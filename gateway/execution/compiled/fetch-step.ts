import type { FetchNode } from '../../supergraph/planner/plan.ts';
import { parse } from 'graphql';
import { askSubgraph, pickVariables, type CompiledFetch } from './ask-subgraph.ts';
import { findEntities, type PlacePath } from './entity-places.ts';
import { locateErrors, type FetchedPlaces } from './fetch-errors.ts';
import { shapeOfFetch, type FetchedShape } from './fetched-shape.ts';
import { mergeFetched } from './merge.ts';
import { compileRepresentations } from './representation.ts';
import { isResponseObject, type ResponseObject } from './response-object.ts';
import { compileRewrites } from './rewrites.ts';
import { addErrors, type Run, type Step } from './run.ts';
import type { TypeConditions } from './type-conditions.ts';

/** A fetch for the objects at a path of the answer. */
export function compileFetch(
  node: FetchNode,
  path: PlacePath,
  repeatedAs: string | undefined,
  types: TypeConditions,
): Step {
  const document = parse(node.operation, { noLocation: true });
  const isOfEntities = node.requires !== undefined;
  const shape = shapeOfFetch(document, node.outputRewrites, isOfEntities);
  const answerShape = shapeOfFetch(document);
  const fetch: CompiledFetch = { node, document, shape, answerShape, repeatedAs };
  return isOfEntities
    ? compileEntitiesFetch(fetch, path, types)
    : compileRootFetch(fetch, path, types);
}

function compileRootFetch(fetch: CompiledFetch, path: PlacePath, types: TypeConditions): Step {
  const { node, shape } = fetch;
  const merge = compileRootMerge(node, shape, types);
  const hasParts = shape.some((field) => field.shape !== undefined);
  return (run) => {
    const entities = findEntities(run.data, path, run.hasSharedParts);
    if (entities.length === 0) return undefined;
    const places = { root: run.data, path, entities };
    return askSubgraph(run, fetch, pickVariables(run, node), places, (data) => {
      if (hasParts && entities.length > 1) run.hasSharedParts = true;
      for (const entity of entities) merge(entity, data);
    });
  };
}

/** Adds the answer of a fetch of root fields: also that of a subscription's event. */
export function compileRootMerge(
  { outputRewrites }: FetchNode,
  shape: FetchedShape,
  types: TypeConditions,
): (target: ResponseObject, data: unknown) => void {
  const rewrite = compileRewrites(outputRewrites, types);
  return (target, data) => {
    if (!isResponseObject(data)) return;
    rewrite?.(data);
    mergeFetched(target, data, shape, types);
  };
}

function compileEntitiesFetch(fetch: CompiledFetch, path: PlacePath, types: TypeConditions): Step {
  const { node, shape } = fetch;
  const represent = compileRepresentations(node, types);
  const rewrite = compileRewrites(node.outputRewrites, types);
  const hasParts = shape.some((field) => field.shape !== undefined);

  return (run) => {
    const entities = findEntities(run.data, path, run.hasSharedParts);
    const { list, indexes } = represent(entities);
    run.onRepresentations?.(entities.length, list.length);
    if (list.length === 0) return undefined;
    const variables = { ...pickVariables(run, node), representations: list };
    const places = { root: run.data, path, entities, indexes };
    return askSubgraph(run, fetch, variables, places, (data) => {
      const received = entitiesOf(data, list.length, run, fetch, places);
      if (received === undefined) return;
      if (hasParts && list.length < entities.length) run.hasSharedParts = true;
      mergeEntities(received, entities, indexes);
    });
  };

  function mergeEntities(
    received: readonly unknown[],
    entities: readonly ResponseObject[],
    indexes: readonly number[],
  ): void {
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
  }
}

function entitiesOf(
  data: unknown,
  expected: number,
  run: Run,
  { node }: CompiledFetch,
  places: FetchedPlaces,
): readonly unknown[] | undefined {
  const received = isResponseObject(data) ? data['_entities'] : undefined;
  if (Array.isArray(received) && received.length === expected) return received;
  // Without data the subgraph's own errors say why.
  if (data === null || data === undefined || received === null) return undefined;
  const message = `expected ${expected} entities from ${node.serviceName}`;
  addErrors(run, locateErrors(node.serviceName, [{ message }], places));
  return undefined;
}
