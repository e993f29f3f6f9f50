import type { GraphQLSchema } from 'graphql';
import { createApolloPlanner } from './apollo-planner.ts';
import { completeMembers } from './complete-members.ts';
import { createHivePlanner } from './hive-planner.ts';
import type { LocalPlanner, PlannerName } from './planner.ts';
import { withDistinctRequirements } from './requirements/with-distinct-requirements.ts';
import { readSubgraphTypes } from './subgraph-types.ts';

export interface PlannerInput {
  sdl: string;
  apiSchema: GraphQLSchema;
  fullSchema: GraphQLSchema;
}

/** Of one supergraph. Apollo's planner is made when it is first needed. */
export function createPlanner(name: PlannerName, input: PlannerInput): LocalPlanner {
  const { sdl, apiSchema, fullSchema } = input;
  let apollo: LocalPlanner | undefined;
  const getApollo = () => (apollo ??= withDistinctRequirements(sdl, createApolloPlanner));
  const types = readSubgraphTypes(sdl);
  const planner =
    name === 'apollo'
      ? getApollo()
      : preferring(
          withDistinctRequirements(sdl, (text) => createHivePlanner(text, apiSchema)),
          getApollo,
        );
  return {
    plan: (document, overrides) =>
      completeMembers(planner.plan(document, overrides), document, fullSchema, types),
  };
}

/** Hive's plans have fewer fetches, and are right where Apollo's are not; what it refuses is for Apollo's planner. */
export function preferring(preferred: LocalPlanner, getOther: () => LocalPlanner): LocalPlanner {
  return {
    plan(document, overrides) {
      try {
        return preferred.plan(document, overrides);
      } catch {
        // Where the other cannot plan it either, its error says why.
        return getOther().plan(document, overrides);
      }
    },
  };
}
