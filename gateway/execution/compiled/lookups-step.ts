import type { EntityLookup } from '../../supergraph/planner/plan.ts';
import { askSubgraph, pickVariables, type CompiledFetch } from './ask-subgraph.ts';
import { compileLookup, entitiesOf, noteMissing, type CompiledLookup } from './entity-lookup.ts';
import { findEntities, parsePlacePath, type PlacePath } from './entity-places.ts';
import type { FetchedPlaces, LookupPlaces } from './fetch-errors.ts';
import { shapeOfFetch } from './fetched-shape.ts';
import type { ResponseObject } from './response-object.ts';
import type { Run, Step } from './run.ts';
import type { TypeConditions } from './type-conditions.ts';

interface LookupPart extends CompiledLookup {
  alias: string;
  variable: string;
  paths: readonly PlacePath[];
}

/** What one lookup asks for in this run. */
interface AskedPart {
  part: LookupPart;
  list: readonly ResponseObject[];
  entities: readonly ResponseObject[];
  indexes: readonly number[];
  places: readonly LookupPlaces[];
}

/** One request that looks up entities of several kinds, or at several places of the answer. */
export function compileLookupsFetch(
  fetch: CompiledFetch,
  lookups: readonly EntityLookup[],
  types: TypeConditions,
): Step {
  const parts = lookups.map((lookup): LookupPart => {
    const { alias, variable, outputRewrites } = lookup;
    const shape = shapeOfFetch(fetch.document, outputRewrites, alias);
    const paths = lookup.paths.map(parsePlacePath);
    return { alias, variable, paths, ...compileLookup(lookup, shape, types) };
  });

  return (run) => {
    const asked = parts.map((part) => askedOf(run, part));
    if (asked.every(({ list }) => list.length === 0)) return undefined;
    const variables: Record<string, unknown> = { ...pickVariables(run, fetch.node) };
    for (const { part, list } of asked) variables[part.variable] = list;
    const places: FetchedPlaces = {
      root: run.data,
      path: [],
      entities: asked.flatMap(({ entities }) => entities),
      lookups: asked.flatMap((each) => each.places),
    };
    return askSubgraph(run, fetch, variables, places, (data) => {
      for (const each of asked) merge(run, fetch, each, data);
    });
  };
}

function askedOf(run: Run, part: LookupPart): AskedPart {
  const { alias, paths, represent } = part;
  const found = paths.map((path) => findEntities(run.data, path, run.hasSharedParts));
  const entities = found.flat();
  const { list, indexes } = represent(entities);
  run.onRepresentations?.(entities.length, list.length);
  let first = 0;
  const places = paths.map((path, index): LookupPlaces => {
    const here = found[index] ?? [];
    const own = indexes.slice(first, (first += here.length));
    return { alias, places: { root: run.data, path, entities: here, indexes: own } };
  });
  return { part, list, entities, indexes, places };
}

function merge(run: Run, fetch: CompiledFetch, asked: AskedPart, data: unknown): void {
  const { part, list, entities, indexes } = asked;
  if (list.length === 0) return;
  const received = entitiesOf(data, part.alias, list.length);
  if (typeof received === 'string') {
    const places = { root: run.data, path: [], entities, lookups: asked.places };
    noteMissing(run, fetch, places, received);
  } else if (received !== undefined) part.merge(run, received, entities, indexes);
}
