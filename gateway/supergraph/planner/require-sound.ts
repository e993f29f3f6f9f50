import { GraphQLError, Kind, parse, type SelectionSetNode } from 'graphql';
import type { FetchNode, Plan, PlanNode, RequiredSelection, SubscriptionNode } from './plan.ts';

/** No planner at hand plans it rightly: an error is better than a wrong answer. */
export class UnsoundPlan extends GraphQLError {
  override name = 'UnsoundPlan';

  constructor(message: string) {
    super(message, { extensions: { code: 'OPERATION_UNSUPPORTED' } });
  }
}

type Path = readonly string[];

interface PlacedFetch {
  fetch: FetchNode;
  path: Path;
}

/** What Hive's planner calls a field that is fetched beside the same one with other arguments. */
const OWN_ALIAS = /^_internal_qp_alias_\d+$/;

/**
 * Of two requirements with different arguments, Hive's planner forgets one on its way to objects below others: it is
 * fetched, and nobody there gets it, for both get the same. Throws an UnsoundPlan where that has happened.
 */
export function requireSound({ node }: Plan): void {
  const fetches = node === undefined ? [] : fetchesOf(node, []);
  const fetched = fetches.flatMap(placesFetched);
  if (fetched.length === 0) return;
  const used = new Set(fetches.flatMap(placesUsed));
  if (fetched.every((place) => used.has(place))) return;
  throw new UnsoundPlan(
    'fields that require one field with different arguments cannot be asked for together here: ask for them one after the other',
  );
}

function fetchesOf(node: PlanNode | SubscriptionNode, path: Path): PlacedFetch[] {
  switch (node.kind) {
    case 'Fetch':
      return [{ fetch: node, path }];
    case 'Flatten':
      return fetchesOf(node.node, [...path, ...node.path.map(String)]);
    case 'Subscription':
      return [
        { fetch: node.primary, path },
        ...(node.rest === undefined ? [] : fetchesOf(node.rest, path)),
      ];
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap((each) => fetchesOf(each, path));
  }
}

/** Where a fetch puts such fields, but for those that it gives their name back itself. */
function placesFetched({ fetch, path }: PlacedFetch): string[] {
  const { operation, lookups } = fetch;
  if (!operation.includes('_internal_qp_alias_')) return [];
  const renamed = new Set(
    [fetch, ...(lookups ?? [])].flatMap(({ outputRewrites = [] }) =>
      outputRewrites.flatMap((rewrite) => rewrite.path),
    ),
  );
  const places: string[] = [];
  for (const definition of parse(operation, { noLocation: true }).definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const root of definition.selectionSet.selections) {
      const isLookup = root.kind === Kind.FIELD && root.name.value === '_entities';
      if (!isLookup || root.selectionSet === undefined) continue;
      const own = lookups?.find(({ alias }) => alias === root.alias?.value);
      for (const base of own?.paths ?? [path]) walk(root.selectionSet, base);
    }
    walk(definition.selectionSet, path);
  }
  return places;

  function walk({ selections }: SelectionSetNode, base: Path): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) continue;
      if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet, base);
      else if (selection.name.value !== '_entities') {
        const name = (selection.alias ?? selection.name).value;
        const here = [...base, name];
        if (OWN_ALIAS.test(name) && !renamed.has(name)) places.push(placeOf(here));
        if (selection.selectionSet !== undefined) walk(selection.selectionSet, here);
      }
    }
  }
}

function placesUsed({ fetch, path }: PlacedFetch): string[] {
  const parts = fetch.lookups ?? [{ requires: fetch.requires ?? [], paths: [path] }];
  return parts.flatMap(({ requires, paths }) =>
    paths.flatMap((base) => requires.flatMap((each) => placesRequired(each, base))),
  );
}

function placesRequired(selection: RequiredSelection, base: Path): string[] {
  const here = selection.kind === 'Field' ? [...base, selection.name] : base;
  const inner = (selection.selections ?? []).flatMap((each) => placesRequired(each, here));
  return selection.kind === 'Field' ? [placeOf(here), ...inner] : inner;
}

/** Lists and types do not tell places apart. */
function placeOf(path: Path): string {
  return path
    .map((element) => element.replace(/\|\[.*/, ''))
    .filter((element) => element !== '@' && element !== '')
    .join('.');
}
