import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { findPlaces, type PlacePath } from './entity-places.ts';
import type { ResponseObject } from './response-object.ts';
import { MAX_ERRORS } from './run.ts';

type Path = readonly (string | number)[];

/** Where the objects of a fetch stand in the answer. */
export interface FetchedPlaces {
  root: ResponseObject;
  path: PlacePath;
  entities: readonly ResponseObject[];
  /** Per entity its place in the list of representations; absent where the fetch has none. */
  indexes?: readonly number[];
  /** Of a fetch with several lookups: the places of each, under its name in the request. */
  lookups?: readonly LookupPlaces[];
}

export interface LookupPlaces {
  alias: string;
  places: FetchedPlaces;
}

/** A subgraph's errors at their places in the whole answer: an entity's at each place where it stands. */
export function locateErrors(
  subgraph: string,
  errors: readonly (GraphQLError | GraphQLFormattedError)[],
  places: FetchedPlaces,
): GraphQLError[] {
  if (places.lookups !== undefined) return locateInLookups(subgraph, errors, places.lookups);
  const byIndex = pathsByIndex(places);
  return errors.slice(0, MAX_ERRORS).flatMap((error) => {
    const path = error.path ?? [];
    const [first, index] = path;
    if (places.indexes === undefined) {
      return path.length === 0
        ? [subgraphError(subgraph, error, undefined)]
        : startsOf(byIndex, 0).map((start) => subgraphError(subgraph, error, [...start, ...path]));
    }
    const isOfEntity = first === '_entities' && typeof index === 'number';
    const starts = isOfEntity ? startsOf(byIndex, index) : [...byIndex.values()].flat();
    const rest = isOfEntity ? path.slice(2) : [];
    if (starts.length === 0) return [subgraphError(subgraph, error, undefined)];
    return starts.map((start) => subgraphError(subgraph, error, [...start, ...rest]));
  });
}

function locateInLookups(
  subgraph: string,
  errors: readonly (GraphQLError | GraphQLFormattedError)[],
  lookups: readonly LookupPlaces[],
): GraphQLError[] {
  return errors.slice(0, MAX_ERRORS).flatMap((error) => {
    const [first, ...rest] = error.path ?? [];
    const own = lookups.filter(({ alias }) => alias === first);
    const path = own.length === 0 ? [] : ['_entities', ...rest];
    const { message, extensions = {} } = error;
    const here = new GraphQLError(message, { path, extensions });
    const found = (own.length === 0 ? lookups : own).flatMap(({ places }) =>
      locateErrors(subgraph, [here], places).filter((located) => located.path !== undefined),
    );
    return found.length > 0 ? found : [subgraphError(subgraph, error, undefined)];
  });
}

/** A subgraph that gave no answer: every place that waited for it says so. */
export function unavailableErrors(
  subgraph: string,
  places: FetchedPlaces,
  fields: readonly string[],
): GraphQLError[] {
  const each = places.lookups?.map((lookup) => lookup.places) ?? [places];
  const starts = each.flatMap((part) => [...pathsByIndex(part).values()].flat());
  const paths: (Path | undefined)[] =
    places.indexes === undefined && places.lookups === undefined
      ? starts.flatMap((start) => fields.map((field) => [...start, field]))
      : starts;
  if (paths.length === 0) paths.push(undefined);
  return paths.map(
    (path) =>
      new GraphQLError(`${subgraph} does not answer: try again in a moment`, {
        ...(path !== undefined && { path }),
        extensions: { code: 'UNAVAILABLE', serviceName: subgraph },
      }),
  );
}

function pathsByIndex({ root, path, entities, indexes }: FetchedPlaces): Map<number, Path[]> {
  const indexOf = new Map(entities.map((entity, place) => [entity, indexes?.[place] ?? 0]));
  const byIndex = new Map<number, Path[]>();
  for (const place of findPlaces(root, path, MAX_ERRORS)) {
    const index = indexOf.get(place.entity) ?? -1;
    if (index < 0) continue;
    const paths = byIndex.get(index);
    if (paths === undefined) byIndex.set(index, [place.path]);
    else paths.push(place.path);
  }
  return byIndex;
}

function startsOf(byIndex: ReadonlyMap<number, Path[]>, index: number): readonly Path[] {
  return byIndex.get(index) ?? [];
}

function subgraphError(
  subgraph: string,
  error: GraphQLError | GraphQLFormattedError,
  path: Path | undefined,
): GraphQLError {
  return new GraphQLError(error.message || `${subgraph} answered with an error`, {
    ...(path !== undefined && { path }),
    originalError: error instanceof GraphQLError ? error : null,
    extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', ...error.extensions, serviceName: subgraph },
  });
}
