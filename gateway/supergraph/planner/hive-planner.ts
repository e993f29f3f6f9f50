import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { print, type GraphQLSchema } from 'graphql';
import { fromHivePlan } from './hive-plan.ts';
import type { LocalPlanner } from './planner.ts';
import { withoutIntrospection } from './without-introspection.ts';
import { withTypenames } from './with-typenames.ts';

/** No label of a progressive `@override` is active. */
const NO_LABELS: ReadonlySet<string> = new Set();
/** Above every percentage: a field stays with the subgraph that it is moved away from. */
const NO_PERCENTAGE = 100;

/** Plans with `@graphql-hive/router-query-planner` (native, MIT). */
export function createHivePlanner(supergraphSdl: string, apiSchema: GraphQLSchema): LocalPlanner {
  const planner = new QueryPlanner(supergraphSdl);
  return {
    plan(document) {
      const fetched = withoutIntrospection(document);
      if (fetched === undefined) return {};
      return fromHivePlan(
        planner.plan(
          print(withTypenames(fetched, apiSchema)),
          null,
          NO_LABELS as Set<string>,
          NO_PERCENTAGE,
        ),
      );
    },
  };
}
