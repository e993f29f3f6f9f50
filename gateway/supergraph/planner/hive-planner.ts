import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { print, type GraphQLSchema } from 'graphql';
import { NO_OVERRIDES } from '../overrides.ts';
import { fromHivePlan } from './hive-plan.ts';
import type { LocalPlanner } from './planner.ts';
import { withoutIntrospection } from './without-introspection.ts';
import { withTypenames } from './with-typenames.ts';

/** Plans with `@graphql-hive/router-query-planner` (native, MIT). */
export function createHivePlanner(supergraphSdl: string, apiSchema: GraphQLSchema): LocalPlanner {
  const planner = new QueryPlanner(supergraphSdl);
  return {
    plan(document, { labels, percentage } = NO_OVERRIDES) {
      const fetched = withoutIntrospection(document);
      if (fetched === undefined) return {};
      return fromHivePlan(
        planner.plan(print(withTypenames(fetched, apiSchema)), null, new Set(labels), percentage),
      );
    },
  };
}
