import type { ActiveOverrides } from '../../overrides.ts';
import type { Plan } from '../plan.ts';
import type { PlannerName } from '../planner.ts';

/** A supergraph, and what clients see of it. */
export interface PlannedSupergraph {
  sdl: string;
  /** Without the directives that only operations have. */
  apiSdl: string;
  planner: PlannerName;
}

/** What the gateway asks of a planner's process: first for the supergraph, then for one operation after the other. */
export type PlannerRequest =
  | ({ kind: 'load' } & PlannedSupergraph)
  | { kind: 'plan'; text: string; overrides: ActiveOverrides };

/** One for each request, in their order. */
export type PlannerReply =
  { kind: 'ready' } | { kind: 'planned'; plan: Plan } | { kind: 'failed'; message: string };

/** What the gateway asks of the process that reads a supergraph. */
export interface ReadRequest {
  sdl: string;
}

export type ReadReply = ({ kind: 'read' } & ReadSupergraph) | { kind: 'failed'; message: string };

/** What the gateway itself needs to know of a supergraph that another process has read. */
export interface ReadSupergraph {
  apiSdl: string;
  /** Where the supergraph says that they are. */
  subgraphs: readonly { name: string; url: string }[];
}
