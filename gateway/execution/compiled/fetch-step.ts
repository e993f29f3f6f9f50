import type { FetchNode } from '../../supergraph/planner/plan.ts';
import { askSubgraph, pickVariables, type CompiledFetch } from './ask-subgraph.ts';
import { compileLookup, ENTITIES, entitiesOf, noteMissing } from './entity-lookup.ts';
import { findEntities, type PlacePath } from './entity-places.ts';
import type { ParseFetch } from './fetch-documents.ts';
import { shapeOfFetch, type FetchedShape } from './fetched-shape.ts';
import { compileLookupsFetch } from './lookups-step.ts';
import { mergeFetched } from './merge.ts';
import { isResponseObject, type ResponseObject } from './response-object.ts';
import { compileRewrites } from './rewrites.ts';
import type { Step } from './run.ts';
import type { TypeConditions } from './type-conditions.ts';

export interface FetchOptions {
  types: TypeConditions;
  parseFetch: ParseFetch;
}

/** A fetch for the objects at a path of the answer. */
export function compileFetch(
  node: FetchNode,
  path: PlacePath,
  repeatedAs: string | undefined,
  { types, parseFetch }: FetchOptions,
): Step {
  const document = parseFetch(node.operation);
  const isOfEntities = node.requires !== undefined;
  const shape = shapeOfFetch(document, node.outputRewrites, isOfEntities ? ENTITIES : undefined);
  const answerShape = shapeOfFetch(document);
  const fetch: CompiledFetch = { node, document, shape, answerShape, repeatedAs };
  if (node.lookups !== undefined) return compileLookupsFetch(fetch, node.lookups, types);
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
  const { node } = fetch;
  const lookup = compileLookup(node, fetch.shape, types);

  return (run) => {
    const entities = findEntities(run.data, path, run.hasSharedParts);
    const { list, indexes } = lookup.represent(entities);
    run.onRepresentations?.(entities.length, list.length);
    if (list.length === 0) return undefined;
    const variables = { ...pickVariables(run, node), representations: list };
    const places = { root: run.data, path, entities, indexes };
    return askSubgraph(run, fetch, variables, places, (data) => {
      const received = entitiesOf(data, ENTITIES, list.length);
      if (typeof received === 'string') noteMissing(run, fetch, places, received);
      else if (received !== undefined) lookup.merge(run, received, entities, indexes);
    });
  };
}
