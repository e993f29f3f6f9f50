import { operationFromDocument } from '@apollo/federation-internals';
import { QueryPlanner, type QueryPlan } from '@apollo/query-planner';
import { visit } from 'graphql';
import { isActive, NO_OVERRIDES, readOverrideLabels } from '../overrides.ts';
import { federationSupergraph } from '../read-supergraph.ts';
import type { Plan } from './plan.ts';
import type { LocalPlanner } from './planner.ts';
import { asksSubgraphs } from './without-introspection.ts';

/** Plans with `@apollo/query-planner` (JavaScript, Elastic License 2.0). */
export function createApolloPlanner(sdl: string): LocalPlanner {
  // Who read it has validated it; and where requirements are made distinct, fields are left that nothing names.
  const supergraph = federationSupergraph(sdl, { validateSupergraph: false });
  const labels = readOverrideLabels(sdl);
  const apiSchema = supergraph.apiSchema();
  const planner = new QueryPlanner(supergraph, { typeConditionedFetching: true });
  return {
    plan(document, overrides = NO_OVERRIDES) {
      // Directives of @composeDirective are none of the planner's schema, and say nothing of the plan.
      const known = visit(document, {
        Directive: ({ name }) => (apiSchema.directive(name.value) === undefined ? null : undefined),
      });
      const overrideConditions = new Map(
        labels.map((label) => [label, isActive(label, overrides)]),
      );
      const operation = operationFromDocument(apiSchema, known, { validate: false });
      const plan = toPlan(planner.buildQueryPlan(operation, { overrideConditions }));
      // It takes what it finds no way to for something that is never there, and would answer null.
      if (plan.node === undefined && asksSubgraphs(document)) {
        throw new Error('no subgraph can answer this operation');
      }
      return plan;
    },
  };
}

/** The shapes are the same but for `@defer`, which the planner is not told to plan. */
function toPlan({ node }: QueryPlan): Plan {
  return (node === undefined ? {} : { node }) as Plan;
}
