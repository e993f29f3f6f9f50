import { operationFromDocument, type Schema, type Supergraph } from '@apollo/federation-internals';
import { QueryPlanner, type QueryPlan } from '@apollo/query-planner';
import type { Plan } from './plan.ts';
import type { Planner } from './planner.ts';

/** Plans with `@apollo/query-planner` (JavaScript, Elastic License 2.0). */
export function createApolloPlanner(supergraph: Supergraph, apiSchema: Schema): Planner {
  const planner = new QueryPlanner(supergraph, { typeConditionedFetching: true });
  return {
    plan(document) {
      const operation = operationFromDocument(apiSchema, document, { validate: false });
      return toPlan(planner.buildQueryPlan(operation));
    },
  };
}

/** The shapes are the same but for `@defer`, which the planner is not told to plan. */
function toPlan({ node }: QueryPlan): Plan {
  return (node === undefined ? {} : { node }) as Plan;
}
