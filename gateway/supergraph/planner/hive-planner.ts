import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { print } from 'graphql';
import { fromHivePlan } from './hive-plan.ts';
import { withoutIntrospection } from './without-introspection.ts';
import type { Planner } from './planner.ts';

/** No label of a progressive `@override` is active. */
const NO_LABELS: ReadonlySet<string> = new Set();
/** Above every percentage: a field stays with the subgraph that it is moved away from. */
const NO_PERCENTAGE = 100;

/** Plans with `@graphql-hive/router-query-planner` (native, MIT). */
export function createHivePlanner(supergraphSdl: string): Planner {
  const planner = new QueryPlanner(supergraphSdl);
  return {
    plan(document) {
      const fetched = withoutIntrospection(document);
      if (fetched === undefined) return {};
      return fromHivePlan(
        planner.plan(print(fetched), null, NO_LABELS as Set<string>, NO_PERCENTAGE),
      );
    },
  };
}
