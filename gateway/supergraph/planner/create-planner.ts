import type { Schema, Supergraph as FederationSupergraph } from '@apollo/federation-internals';
import { createApolloPlanner } from './apollo-planner.ts';
import { createHivePlanner } from './hive-planner.ts';
import type { Planner, PlannerName } from './planner.ts';

export interface PlannerInput {
  sdl: string;
  supergraph: FederationSupergraph;
  apiSchema: Schema;
}

export function createPlanner(
  name: PlannerName,
  { sdl, supergraph, apiSchema }: PlannerInput,
): Planner {
  return name === 'hive' ? createHivePlanner(sdl) : createApolloPlanner(supergraph, apiSchema);
}
