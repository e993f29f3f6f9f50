import type { DocumentNode } from 'graphql';
import type { ActiveOverrides } from '../overrides.ts';
import type { Plan } from './plan.ts';

/** Plans the one operation of a valid document, whose conditions are decided. Variables stay open: a plan serves every run. */
export interface Planner {
  plan: (document: DocumentNode, overrides?: ActiveOverrides) => Plan | Promise<Plan>;
}

/** In this process: its plans are there at once. */
export interface LocalPlanner {
  plan: (document: DocumentNode, overrides?: ActiveOverrides) => Plan;
}

export const PLANNER_NAMES = ['hive', 'apollo'] as const;

export type PlannerName = (typeof PLANNER_NAMES)[number];
