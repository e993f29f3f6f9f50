import type { SubgraphRequest } from '../../platform/subgraph/connection.ts';
import type { FetchNode } from '../supergraph/planner/plan.ts';

/** How many entities a request asks for; undefined where it asks for root fields. */
export function countRepresentations(
  { requires, lookups }: FetchNode,
  { variables = {} }: SubgraphRequest,
): number | undefined {
  const names = lookups?.map(({ variable }) => variable) ?? (requires && ['representations']);
  return names?.reduce((count, name) => {
    const list = variables[name];
    return count + (Array.isArray(list) ? list.length : 0);
  }, 0);
}
