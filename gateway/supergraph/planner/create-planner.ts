import type { Schema, Supergraph as FederationSupergraph } from '@apollo/federation-internals';
import type { GraphQLSchema } from 'graphql';
import { createApolloPlanner } from './apollo-planner.ts';
import { completeMembers } from './complete-members.ts';
import { createHivePlanner } from './hive-planner.ts';
import { readSubgraphTypes } from './subgraph-types.ts';
import type { Planner, PlannerName } from './planner.ts';

export interface PlannerInput {
  sdl: string;
  supergraph: FederationSupergraph;
  federationApiSchema: Schema;
  apiSchema: GraphQLSchema;
  fullSchema: GraphQLSchema;
}

/** Of one supergraph. Apollo's planner is made when it is first needed. */
export function createPlanner(name: PlannerName, input: PlannerInput): Planner {
  const { sdl, supergraph, federationApiSchema, apiSchema, fullSchema } = input;
  let apollo: Planner | undefined;
  const getApollo = () => (apollo ??= createApolloPlanner(supergraph, federationApiSchema));
  const types = readSubgraphTypes(sdl);
  const planner =
    name === 'apollo' ? getApollo() : preferring(createHivePlanner(sdl, apiSchema), getApollo);
  return {
    plan: (document) => completeMembers(planner.plan(document), document, fullSchema, types),
  };
}

/** Hive's plans have fewer fetches, and are right where Apollo's are not; what it refuses is for Apollo's planner. */
export function preferring(preferred: Planner, getOther: () => Planner): Planner {
  return {
    plan(document) {
      try {
        return preferred.plan(document);
      } catch {
        // Where the other cannot plan it either, its error says why.
        return getOther().plan(document);
      }
    },
  };
}
